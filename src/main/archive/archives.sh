# Read by the launcher: makes the archives of loaded classes. They are only valid for one Java at one place and one build
# of the jars; the JVM passes over an archive that does not fit, so the worst that can happen is a slower start.

# make_archives FOLDER STAMP: one process at a time, and the folder appears as a whole or not at all.
make_archives() {
  folder=$1
  new=$1.new.$$
  mkdir -p "${folder%/*}" 2>/dev/null || return 1
  if ! mkdir "$folder.lock" 2>/dev/null; then
    # Whoever held it for ten minutes was killed.
    [ -n "$(find "$folder.lock" -prune -mmin +10 2>/dev/null)" ] || return 1
  fi
  trap 'rm -rf "$new" "$folder.lock"' EXIT
  mkdir "$new" || return 1
  for kind in offline network; do
    (jvm "-XX:ArchiveClassesAtExit=$new/$kind.jsa" io.scimdoctor.cli.Training "$kind") </dev/null >/dev/null 2>&1 || return 1
    # An archive that a full disk cut off would take the JVM down: it has to do the same work once more.
    (cd "$new" && jvm "-XX:SharedArchiveFile=$new/$kind.jsa" io.scimdoctor.cli.Training "$kind") </dev/null >/dev/null 2>&1 ||
      return 1
  done
  echo "$2" >"$new/stamp"
  rm -rf "$folder"
  mv "$new" "$folder"
}
