# SPDX-License-Identifier: Apache-2.0
# Sets nothing; defines find_jdk, which prints the folder of a JDK of release 25 or later.

jdk_release() { # sets `release` to the major release of the JDK in folder $1, or to nothing
  release=
  [ -f "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=\"*)
        line=${line#*\"}
        release=${line%%[!0-9]*} ;;
    esac
  done <"$1/release"
}

find_jdk() {
  for home in "${CASEBOOK_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    [ -n "$home" ] && [ -x "$home/bin/java" ] || continue
    jdk_release "$home"
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  echo "Casebook needs a JDK of release 25 or later: install one (Debian: a Temurin 25 package) or set CASEBOOK_JAVA_HOME to its folder." >&2
  return 4
}
