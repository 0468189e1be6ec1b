#!/bin/sh
# Tries the launcher for Windows under Wine's cmd, with a program in the place of java.exe that tells what it is given:
#   packaging/test/windows.sh
# It tests that a Java is found and its version read without starting it, an old or a stranger's one refused, arguments and
# the exit code kept, and an archive of classes made and used. Needs wine and x86_64-w64-mingw32-gcc (Debian: wine64 wine
# gcc-mingw-w64-x86-64). Real Windows reads batch files in its own ways: this does not replace a try there.
set -eu

launcher=$(cd "$(dirname "$0")/../../src/main/launcher" && pwd)/scimdoctor.bat
for tool in wine x86_64-w64-mingw32-gcc; do
  command -v "$tool" >/dev/null || { echo "$0: $tool is not here; apt-get install wine64 wine gcc-mingw-w64-x86-64" >&2; exit 2; }
done
work=$(mktemp -d)
export WINEPREFIX="$work/prefix" WINEDEBUG=-all
clean_up() {
  wineserver -k 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
wineboot >/dev/null 2>&1

cat >"$work/java.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int count, char **words) {
  const char *archive = "-XX:ArchiveClassesAtExit=";
  for (int i = 1; i < count; i++) {
    if (!strcmp(words[i], "-version")) {
      fprintf(stderr, "openjdk version \"%s\" 2026-01-01\n", getenv("STUB_VERSION"));
      return 0;
    }
    if (!strncmp(words[i], archive, strlen(archive))) {
      FILE *made = fopen(words[i] + strlen(archive), "w");
      if (made) fclose(made);
    }
    printf("[%s]\n", words[i]);
  }
  return getenv("STUB_EXIT") ? atoi(getenv("STUB_EXIT")) : 0;
}
C
x86_64-w64-mingw32-gcc -O -o "$work/java.exe" "$work/java.c"

# jdk FOLDER VERSION: a Java, with a release file unless the version is empty.
jdk() {
  mkdir -p "$1/bin"
  cp "$work/java.exe" "$1/bin/"
  [ -z "$2" ] || printf 'IMPLEMENTOR="x"\r\nJAVA_VERSION="%s"\r\n' "$2" >"$1/release"
}
image="$work/Program Files (x86)/scimdoctor"
mkdir -p "$image/bin" "$image/lib" "$work/here" "$work/local"
cp "$launcher" "$image/bin/"
echo 0123abcd >"$image/lib/build"
jdk "$work/new one" 21.0.2
jdk "$work/old" 1.8.0_392
jdk "$work/untold" ""
cp "$work/java.exe" "$work/here/"

windows() { printf 'Z:%s' "$1" | tr / '\\'; }

# run JAVA_HOME PATH WORDS: the output of a start in the folder "here", and the code as its last line. Without call, of which
# this cmd keeps no code but 0 and 1.
run() {
  printf '@echo off\r\nset "JAVA_HOME=%s"\r\nset "PATH=%s"\r\nset "LOCALAPPDATA=%s"\r\ncd /d "%s"\r\n"%s" %s\r\n' \
    "$1" "$2" "$(windows "$work/local")" "$(windows "$work/here")" "$(windows "$image/bin/scimdoctor.bat")" "$3" >"$work/try.bat"
  code=0
  wine cmd /d /c "$(windows "$work/try.bat")" >"$work/output" 2>&1 || code=$?
  tr -d '\r' <"$work/output"
  echo "code=$code"
}

failed=0
# expect TITLE TEXT OUTPUT: says whether the output has the text.
expect() {
  case $3 in
    *"$2"*) echo "ok      $1" ;;
    *) printf "FAILED  %s: '%s' is not in: %s\n" "$1" "$2" "$3"; failed=1 ;;
  esac
}
lacks() {
  case $3 in
    *"$2"*) printf "FAILED  %s: '%s' is in: %s\n" "$1" "$2" "$3"; failed=1 ;;
    *) echo "ok      $1" ;;
  esac
}

new=$(windows "$work/new one")
export SCIMDOCTOR_ARCHIVE=off
system='C:\windows\system32;C:\windows'
output=$(STUB_EXIT=7 run "$new" "$system" 'lint filter "userName eq & (a|b)!" --x="a b"')
expect "the Java of JAVA_HOME is started" "[io.scimdoctor.cli.Main]" "$output"
expect "a quoted argument stays one" "[userName eq & (a|b)!]" "$output"
expect "quotes within an argument stay" "[--x=a b]" "$output"
expect "the exit code is kept" "code=7" "$output"
output=$(run "" "$(windows "$work/new one/bin");$system" version)
expect "a Java is found in PATH" "[version]" "$output"
output=$(run "" "$system" version)
expect "the current folder's java is not taken" "there is no Java here" "$output"
expect "without a Java the code is 3" "code=3" "$output"
output=$(run "" ".;$system" version)
expect "nor when PATH names the current folder" "there is no Java here" "$output"
output=$(run "$(windows "$work/old")" "$system" version)
expect "an old Java is refused" 'Java 1.8.0_392 at ' "$output"
expect "with the code 3" "code=3" "$output"
lacks "and is not started" "[version]" "$output"
output=$(STUB_VERSION=11.0.2 run "$(windows "$work/untold")" "$system" version)
expect "a Java without a release file is asked" "Java 11.0.2 at " "$output"
output=$(STUB_VERSION=17.0.9 run "$(windows "$work/untold")" "$system" version)
expect "and taken when it is new enough" "[version]" "$output"

output=$(SCIMDOCTOR_ARCHIVE=make run "$new" "$system" "")
expect "an archive is made on demand" "code=0" "$output"
output=$(SCIMDOCTOR_ARCHIVE='' run "$new" "$system" version)
expect "and used" 'java-21\classes.jsa]' "$output"
echo another >"$image/lib/build"
output=$(SCIMDOCTOR_ARCHIVE='' run "$new" "$system" version)
lacks "one of another build is not used" "SharedArchiveFile" "$output"
wineserver -w
[ -s "$work/local/scimdoctor/java-21/stamp" ] || { echo "FAILED  the first start makes one in the user's folder"; failed=1; }
output=$(SCIMDOCTOR_ARCHIVE='' run "$new" "$system" version)
expect "one in the user's folder is used" "local\\scimdoctor\\java-21\\classes.jsa]" "$output"
exit $failed
