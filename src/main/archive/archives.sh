# Read by the launcher: makes the archives of loaded classes. They are only valid for one Java at one place and one build
# of the jars; the JVM passes over an archive that does not fit, so the worst that can happen is a slower start.

# list_classes KIND FILE: those that the usual commands of this kind load. Sorted, because the order says when a thread ran.
list_classes() {
  (jvm "-XX:DumpLoadedClassList=$2" io.scimdoctor.cli.Training "$1") </dev/null >/dev/null 2>&1 &&
    LC_ALL=C sort -u -o "$2" "$2" && return
  rm -f "$2"
  return 1
}

# list_all: what the build does, so that an archive takes half the time where the program runs. A zone and a language have
# classes of their own.
list_all() {
  export LC_ALL=C.UTF-8 TZ=UTC
  list_classes network "$home/lib/network-$major.classes" &
  network=$!
  list_classes offline "$home/lib/offline-$major.classes" && wait $network
}

# make_archive KIND: another Java than that of the build has other classes, and lists them first. An archive that a full
# disk cut off would take the JVM down, so its sums are checked.
make_archive() {
  list=$home/lib/$1-$major.classes
  own=$new/$1.jsa
  {
    { [ -r "$list" ] || { list=$new/$1.classes && list_classes "$1" "$list"; }; } &&
      (jvm -Xshare:dump "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$own") &&
      (jvm -Xshare:on -XX:+VerifySharedSpaces "-XX:SharedArchiveFile=$own" io.scimdoctor.cli.Main --version) &&
      rm -f "$new/$1.classes"
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
