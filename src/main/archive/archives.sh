# Read by the launcher: makes the archives of loaded classes. They are only valid for one Java at one place and one build
# of the jars; the JVM passes over an archive that does not fit, so the worst that can happen is a slower start.

# make_archives FOLDER STAMP: one process at a time, and the folder appears as a whole or not at all. The lock of one that
# failed or was killed stays: a machine on which it cannot work tries again every ten minutes, and not at each start.
make_archives() {
  folder=$1
  mkdir -p "${folder%/*}" 2>/dev/null || return 1
  if ! mkdir "$folder.lock" 2>/dev/null; then
    [ -n "$(find "$folder.lock" -prune -mmin +10 2>/dev/null)" ] || return 1
    touch "$folder.lock" || return 1
  fi
  rm -rf "$folder".new.*
  new=$folder.new.$$
  trap 'rm -rf "$new"' EXIT
  mkdir "$new" || return 1
  # A runtime put together by jlink lacks the JVM's own archive, on which ours is laid. It is made without our jars: on one
  # made with them nothing can be laid.
  base=
  if [ -n "$bundled" ]; then
    base=$new/base.jsa
    "$java" -XX:+UseG1GC -Xshare:dump "-XX:SharedArchiveFile=$base" </dev/null >/dev/null 2>&1 || return 1
  fi
  for kind in offline network; do
    own=$new/$kind.jsa
    (jvm ${base:+"-XX:SharedArchiveFile=$base"} "-XX:ArchiveClassesAtExit=$own" io.scimdoctor.cli.Training "$kind") \
      </dev/null >/dev/null 2>&1 && [ -s "$own" ] || return 1
    # An archive that a full disk cut off would take the JVM down: it has to do the same work once more.
    (cd "$new" && jvm "-XX:SharedArchiveFile=${base:+$base:}$own" io.scimdoctor.cli.Training "$kind") \
      </dev/null >/dev/null 2>&1 || return 1
  done
  echo "$2" >"$new/stamp" || return 1
  rm -rf "$folder"
  mv "$new" "$folder" && rmdir "$folder.lock"
}
