# SPDX-License-Identifier: Apache-2.0
# Defines find_jdk, which sets `jdk` to the folder of a JDK of release 25 or later and `jdk_version` to its version.

jdk_release() { # of the JDK in folder $1: sets `release` to its major release and `jdk_version`, or both to nothing
  release=
  jdk_version=
  [ -f "$1/release" ] || return 0
  while IFS= read -r line; do # not to the end: the shell reads it byte by byte
    case $line in
      JAVA_RUNTIME_VERSION=*) jdk_version=$line ;;
      JAVA_VERSION=\"*)
        jdk_version="$jdk_version $line"
        line=${line#*\"}
        release=${line%%[!0-9]*}
        return 0 ;;
    esac
  done <"$1/release"
}

find_jdk() {
  for jdk in "${CASEBOOK_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    [ -n "$jdk" ] && [ -x "$jdk/bin/java" ] || continue
    jdk_release "$jdk"
    if [ -n "$release" ] && [ "$release" -ge 25 ]; then
      return 0
    fi
  done
  echo "Casebook needs a JDK of release 25 or later: install one (Debian: a Temurin 25 package) or set CASEBOOK_JAVA_HOME to its folder." >&2
  return 4
}
