# Read by the launcher: makes the archive of loaded classes. It is valid for one Java at one place and one build of the jars
# only; the JVM ignores an archive that does not fit, so the worst that can happen is a slower start.

# make_archive FOLDER: one process at a time, and the folder appears as a whole or not at all. The lock of one that failed or
# was killed stays: a machine on which it cannot work tries again every ten minutes, and not at each start. An archive that a
# full disk cut off would take the JVM down, so its sums are checked.
make_archive() {
  mkdir -p "${1%/*}" 2>/dev/null || return 1
  if ! mkdir "$1.lock" 2>/dev/null; then
    [ -n "$(find "$1.lock" -prune -mmin +10 2>/dev/null)" ] || return 1
    touch "$1.lock" || return 1
  fi
  rm -rf "$1".new.*
  new=$1.new.$$
  trap 'rm -rf "$new"' EXIT
  mkdir "$new" || return 1
  # Ours stands on the JDK's own archive, which the Java that is packed with the program comes without.
  base=${real%/bin/java}/lib/server/classes.jsa
  {
    if [ -n "$bundled" ] && [ ! -f "$base" ]; then
      "$java" -XX:+UseG1GC -Xshare:dump "-XX:SharedArchiveFile=$new/base.jsa" && mv "$new/base.jsa" "$base"
    fi
    (jvm "-XX:ArchiveClassesAtExit=$new/classes.jsa" io.scimdoctor.cli.Training) &&
      (jvm -Xshare:on -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=$new/classes.jsa" io.scimdoctor.cli.Main --version)
  } </dev/null >/dev/null 2>&1 || return 1
  echo "$stamp" >"$new/stamp" || return 1
  rm -rf "$1"
  mv "$new" "$1" && rmdir "$1.lock"
}
