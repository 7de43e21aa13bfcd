# SPDX-License-Identifier: Apache-2.0
# Sets nothing; defines find_jdk, which prints the folder of a JDK of release 25 or later.

jdk_release() { # the major release of the JDK in folder $1, or nothing
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  for home in "${CASEBOOK_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    [ -n "$home" ] && [ -x "$home/bin/java" ] || continue
    release=$(jdk_release "$home")
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  echo "Casebook needs a JDK of release 25 or later: install one (Debian: a Temurin 25 package) or set CASEBOOK_JAVA_HOME to its folder." >&2
  return 4
}
