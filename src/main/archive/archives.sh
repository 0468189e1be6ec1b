# Read by the launcher: makes the archives of loaded classes. They are only valid for one Java at one place and one build
# of the jars; the JVM passes over an archive that does not fit, so the worst that can happen is a slower start.

# make_archive KIND: by a list of the classes that the usual commands of this kind load. An archive that a full disk cut off
# would take the JVM down, so its sums are checked.
make_archive() {
  list=$new/$1.classes
  own=$new/$1.jsa
  {
    (jvm "-XX:DumpLoadedClassList=$list" io.scimdoctor.cli.Training "$1") &&
      (jvm -Xshare:dump "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$own") &&
      (jvm -Xshare:on -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=$own" io.scimdoctor.cli.Main --version) &&
      rm "$list"
  } </dev/null >/dev/null 2>&1
}

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
  make_archive network &
  network=$!
  make_archive offline
  offline=$?
  wait $network && [ $offline = 0 ] || return 1
  echo "$2" >"$new/stamp" || return 1
  rm -rf "$folder"
  mv "$new" "$folder" && rmdir "$folder.lock"
}
