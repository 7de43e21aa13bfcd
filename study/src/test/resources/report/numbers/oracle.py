# SPDX-License-Identifier: Apache-2.0
"""Writes the golden cases of printed numbers, one file a journal style.

The rules are taken from the texts that the journal styles name (see docs/methods.md), and are
written here a second time, in exact fractions, so that they owe nothing to the program under test.
Inputs are decimal texts; a line is `kind | input | expected`. Run: python3 oracle.py
"""
from fractions import Fraction as F
import pathlib

EN, MINUS, THIN, DOT = "\u2013", "\u2212", "\u2009", "\u00b7"
STYLES = ["plain", "nejm", "jama", "lancet", "annals", "haematologica"]
NOT = "not estimable"


def half_up(x, decimals):
    """A fraction as text with so many decimals, halves away from zero."""
    scaled = abs(x) * 10 ** decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:]
    return ("-" if x < 0 and whole > 0 else "") + text


def dress(text, style):
    """Decimal sign, grouping from 10,000 on, a real minus."""
    sign, text = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, point, fraction = text.partition(".")
    if len(whole) >= 5:
        groups = []
        while len(whole) > 3:
            groups.insert(0, whole[-3:])
            whole = whole[:-3]
        whole = (THIN if style == "lancet" else ",").join([whole] + groups)
    return sign + whole + ((DOT if style == "lancet" else ".") + fraction if fraction else "")


def two_significant(p, most):
    """Two significant digits, at most so many decimals."""
    decimals = 1
    while p * 10 ** (decimals - 1) < 1:  # place of the second digit that is not a leading zero
        decimals += 1
    text = half_up(p, decimals)
    if len(text.replace(".", "").lstrip("0")) > 2:  # 0.0996 became 0.100: two digits are 0.10
        decimals -= 1
    return half_up(p, min(decimals, most))


def p_text(p, style):
    """The bare p-value; thresholds look at the value before rounding."""
    least = F(1, 10000) if style == "lancet" else F(1, 1000)
    if p < least:
        text = "<0.0001" if style == "lancet" else "<0.001"
    elif p > F(99, 100):
        text = ">0.99"
    elif style == "nejm":  # larger than 0.01: two decimals; 0.01 to 0.001: three
        text = half_up(p, 2) if p > F(1, 100) else half_up(p, 3)
    elif style == "jama":  # two digits; three when P < .01
        text = half_up(p, 3) if p < F(1, 100) else half_up(p, 2)
    elif style == "annals":  # 0.001 to 0.20: thousandth; larger: hundredth
        text = half_up(p, 3) if p <= F(1, 5) else half_up(p, 2)
    elif style == "lancet":  # two significant figures, at most four decimals
        text = two_significant(p, 4)
    else:  # plain, haematologica: two significant digits, two or three decimals
        text = two_significant(p, 3)
        if text.startswith("0.") and len(text) < 4:
            text = half_up(p, 2)
    if style == "jama":
        text = text.replace("0.", ".", 1)
    return text.replace(".", DOT) if style == "lancet" else text


def p_statement(p, style):
    text = p_text(p, style)
    sign, digits = (text[0], text[1:]) if text[0] in "<>" else ("=", text)
    letter = "p" if style == "lancet" else "P"
    return letter + (sign if style in ("nejm", "lancet") else f" {sign} ") + digits


def cole(x):
    """Decimals by Cole's table: 0.040-0.399 three, 0.40-3.99 two, 4.0-39.9 one."""
    low, decimals = F(4, 10), 2
    while x < low:
        low, decimals = low / 10, decimals + 1
    while x >= low * 10 and decimals > 0:
        low, decimals = low * 10, decimals - 1
    return decimals


def ratio_parts(text, style):
    value, low, high = [NOT if part == "inf" else F(part) for part in text.split()]

    def limit(x):
        if x == NOT:
            return NOT
        if x == 0:
            return "0"
        decimals = cole(x) if value == NOT or value == 0 else cole(value)
        if float(half_up(x, decimals)) == 0:
            decimals = cole(x)
        return dress(half_up(x, decimals), style)

    shown = NOT if value == NOT else "0" if value == 0 else dress(half_up(value, cole(value)), style)
    a, b = limit(low), limit(high)
    dash = " to " if style == "nejm" or NOT in (a, b) else EN
    return shown, a + dash + b


def ratio(text, style):
    shown, between = ratio_parts(text, style)
    return f"{shown} ({between})"


def sentence(text, style):
    numbers, p = text.rsplit(" ", 1)
    shown, between = ratio_parts(numbers, style)
    said = p_statement(F(p), style)
    return {
        "plain": f"OR {shown} (95% CI {between}; {said})",
        "haematologica": f"OR {shown} (95% CI: {between}; {said})",
        "nejm": f"OR, {shown}; 95% confidence interval [CI], {between}; {said}",
        "jama": f"OR, {shown} [95% CI, {between}]; {said}",
        "lancet": f"OR {shown} (95% CI {between}; {said})",
        "annals": f"OR, {shown} (95% CI, {between}; {said})",
    }[style]


def percent(n, of, style):
    if n in (0, of):
        return "100" if n else "0"
    decimals = 1 if of >= (200 if style == "annals" else 100) else 0
    text = half_up(F(100 * n, of), decimals)
    if float(text) == 0:
        text = "<" + ("0.1" if decimals else "1")
    elif float(text) == 100:
        text = ">" + ("99.9" if decimals else "99")
    return text.replace(".", DOT) if style == "lancet" else text


def share(text, style):
    n, of = map(int, text.split("/"))
    return f"{dress(str(n), style)} ({percent(n, of, style)})"


def share_of(text, style):
    n, of = map(int, text.split("/"))
    return f"{dress(str(n), style)}/{dress(str(of), style)} ({percent(n, of, style)})"


PS = """0 1e-300 0.00002 0.00005 0.00009 0.0000999 0.0001 0.00010001 0.00012 0.00014 0.00015 0.00019
0.0002 0.00044 0.00045 0.0005 0.00051 0.0009 0.00095 0.00099 0.000999 0.0009999 0.001 0.00101 0.0011
0.0014 0.00149 0.0015 0.0016 0.0019 0.00194 0.00195 0.002 0.0024 0.0025 0.0031 0.0044 0.0045 0.005
0.0055 0.006 0.00638 0.006388 0.00646 0.0075 0.0094 0.0095 0.0096 0.0099 0.00994 0.00995 0.00999 0.01
0.010001 0.0104 0.0105 0.011 0.012 0.0124 0.0125 0.014 0.0149 0.015 0.0166 0.019 0.0195 0.02 0.025
0.031 0.039 0.044 0.0445 0.0449 0.045 0.0451 0.046 0.049 0.0494 0.0495 0.0496 0.0499 0.04996 0.05
0.0504 0.0505 0.051 0.055 0.06 0.0745 0.075 0.089 0.09 0.0949 0.095 0.0951 0.099 0.0994 0.0995 0.0996
0.0999 0.1 0.1004 0.1005 0.1049 0.105 0.11 0.123 0.125 0.145 0.15 0.1949 0.195 0.1994 0.1995 0.1999
0.2 0.2001 0.2004 0.2005 0.2049 0.205 0.206 0.25 0.255 0.29 0.345 0.44 0.45 0.455 0.5 0.505 0.545 0.6
0.645 0.75 0.8643 0.895 0.9 0.945 0.949 0.95 0.955 0.98 0.984 0.985 0.989 0.99 0.9901 0.991 0.995
0.996 0.999 1""".split()
STATEMENTS = "0.00002 0.00046 0.0064 0.0096 0.012 0.031 0.049 0.05 0.26 0.5 0.87 0.995".split()
RATIOS = """6.310344827586207 1.3972311338492103 28.499545192171077
6.1002 1.3285 28.0104
7.0009 1.4631 33.4984
5.577142857142857 1.170080727980006 26.583227725387424
5.2581 1.5532 27.111
6.2911 1.3782 58.4785
0.155 0.041 1.0056
0.0399 0.0121 0.131
0.04 0.0121 0.131
0.3994 0.2 0.8
0.3999 0.2 0.8
0.4 0.2 0.8
0.4049 0.1 1.6
0.405 0.1 1.6
0.9949 0.5 1.98
0.995 0.5 1.98
1 0.5 2
1.005 0.5 2
1.015 0.505 2.045
2.345 1.005 5.465
3.99 1.5 9.99
3.994 1.5 9.994
3.995 1.5 9.995
3.999 1.5 9.999
4 1.55 10.25
4.04 1.04 15.05
4.05 1.05 15.06
9.94 2.5 39.5
9.95 2.55 39.55
9.99 2.5 39.94
12.25 4.45 33.75
39.9 10.5 151.6
39.95 10.55 151.65
40 10.5 151.5
40.5 10.5 152.5
151.25 20.5 1112.5
1234.5 400.5 12345.5
10000 5000 20000
0.00399 0.00101 0.0158
0.0045 0.00101 0.0158
10.4 0.04 2700
10.4 0.044 2.7
5.5 0.0004 70000
inf 1.2006 inf
inf 1.5767 inf
inf 12.25 inf
inf 0.0305 inf
6.3 1.6 inf
0.55 0.05 inf
0 0 2.345
0 0 0.8
0 0 12.34
13.44 1.575 1755.8
4.63 0.724 49.31
2.5 0 inf
1.25 0.995 1.565
0.125 0.0625 0.25
0.8125 0.4125 1.6125""".splitlines()
SHARES = """12/244 2/246 8/183 6/244 0/246 244/244 10/12 9/28 1/3 2/3 1/8 3/8 5/8 7/8 1/40 3/40 1/2 1/99
98/99 1/100 1/199 1/200 3/200 199/200 13/200 1/1000 5/1000 15/10000 1/2000 1/2001 1/10000 9999/10000
1999/2000 108/244 107/246 136/244 139/246 161/241 80/241 96/200 104/775 96/109 12345/20000 9999/36127
36127/50000 1/250 249/250 45/150 67/150 1/6 5/6 11/96 57/96 33/99 67/201 134/201 1/400 7/400 201/400
1/201 200/201""".split()
COUNTS = "0 1 12 244 999 1000 6500 9999 10000 36127 123456 1234567".split()
SENTENCES = """6.310344827586207 1.3972311338492103 28.499545192171077 0.0166
6.310344827586207 1.5588 25.4482 0.006443
7.0009 1.4631 33.4984 0.0148
0.155 0.041 1.0056 0.04996
13.44 1.575 1755.8 0.0126
inf 1.2006 inf 0.0296
0 0 2.345 0.205
1234.5 400.5 12345.5 0.00002""".splitlines()


def cases(style):
    for p in PS:
        yield "p", p, p_text(F(p), style)
    for p in STATEMENTS:
        yield "statement", p, p_statement(F(p), style)
    for r in RATIOS:
        yield "ratio", r, ratio(r, style)
    for s in SHARES:
        yield "share", s, share(s, style)
    for s in SHARES[:12]:
        yield "share of", s, share_of(s, style)
    for n in COUNTS:
        yield "count", n, dress(n, style)
    for s in SENTENCES:
        yield "sentence", s, sentence(s, style)


for style in STYLES:
    lines = [
        f"# Printed numbers in style {style}, made by oracle.py beside this file (Python 3, fractions).",
        "# kind | input | expected",
    ]
    lines += [" | ".join(case) for case in cases(style)]
    path = pathlib.Path(__file__).with_name(style + ".txt")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
