// Opens the explanation that the address bar names, and names the one that is open.
(() => {
  'use strict';
  document.documentElement.classList.add('script');
  const named = () => {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (e) {
      return;
    }
    const panel = id && document.getElementById(id);
    if (panel && panel.matches('[popover]') && !panel.matches(':popover-open')) {
      panel.showPopover();
    }
  };
  const bare = () => location.pathname + location.search;
  document.addEventListener('toggle', (event) => {
    const panel = event.target;
    if (!panel.matches('.explanation')) {
      return;
    }
    const open = event.newState === 'open';
    for (const button of document.querySelectorAll('main .n')) {
      const target = button.getAttribute('popovertarget') || (button.getAttribute('href') || '').slice(1);
      if (target === panel.id) {
        button.classList.toggle('open', open);
      }
    }
    if (open) {
      panel.scrollTop = 0;
      panel.focus({preventScroll: true});
      history.replaceState(null, '', bare() + '#' + panel.id);
    } else if (location.hash === '#' + panel.id) {
      history.replaceState(null, '', bare());
    }
  }, true);
  // what is folded on the screen is printed open
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach((part) => { part.open = true; });
  });
  addEventListener('afterprint', () => {
    folded.forEach((part) => { part.open = false; });
    folded = [];
  });
  addEventListener('hashchange', named);
  named();
})();
