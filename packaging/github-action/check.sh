#!/usr/bin/env bash
# What action.yml runs: unpacks the program where it is asked to, checks, and hands the verdict to the workflow.
set -u

folder=$RUNNER_TEMP/scimdoctor
report=$RUNNER_TEMP/scimdoctor.json
shown=$RUNNER_TEMP/scimdoctor.txt
noted=$RUNNER_TEMP/scimdoctor-notes.txt

fail() {
  echo "::error title=scimdoctor::$1"
  echo "exit-code=3" >>"$GITHUB_OUTPUT"
  exit 3
}

unpack() {
  [ "$RUNNER_OS-$RUNNER_ARCH" = Linux-X64 ] ||
    fail "The archive is for Linux on x64 and this runner is not; install scimdoctor and leave out archive."
  local file=$ARCHIVE
  case $ARCHIVE in
    https://*)
      [ -n "$SHA256" ] || fail "An archive from an address needs the input sha256; SHA256SUMS has it."
      file=$RUNNER_TEMP/scimdoctor.tar.gz
      curl -fsSL --retry 3 -o "$file" "$ARCHIVE" || fail "The archive cannot be fetched from $ARCHIVE."
      ;;
  esac
  [ -f "$file" ] || fail "There is no file $file; check the input archive."
  if [ -n "$SHA256" ]; then
    echo "$SHA256  $file" | sha256sum --check --status || fail "The checksum of $file is not that of the input sha256."
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  tar -xzf "$file" -C "$folder" || fail "$file cannot be unpacked."
  for PROGRAM in "$folder"/bin/scimdoctor "$folder"/*/bin/scimdoctor; do
    [ -x "$PROGRAM" ] && return
  done
  fail "There is no bin/scimdoctor in $file; scimdoctor-VERSION-linux-x64.tar.gz has it."
}

# One value of the verdict, from the layout that the reports keep.
verdict() {
  sed -n '/^  "verdict": {/,/^  }/ s/^    "'"$1"'": "\(.*\)",$/\1/p' "$report"
}

[ -z "$ARCHIVE" ] || unpack
command -v "$PROGRAM" >/dev/null || fail "There is no program $PROGRAM; give archive or program."

rm -f "$report"
read -ra more <<<"$ARGUMENTS"
"$PROGRAM" check --no-input --no-record -o text -o json="$report" -o markdown="$GITHUB_STEP_SUMMARY" \
  ${more[@]+"${more[@]}"} >"$shown" 2>"$noted"
code=$?

# The report repeats words of the service, which must not become commands to the runner: of all lines only the annotations
# are, and the word that ends the pause cannot be guessed.
annotation='^::(error|warning|notice)[ :]'
pause=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$pause"
cat "$shown"
grep -Ev "$annotation" "$noted"
echo
echo "::$pause::"
grep -E "$annotation" "$noted"

{
  echo "exit-code=$code"
  if [ -f "$report" ]; then
    echo "report=$report"
    echo "status=$(verdict status)"
    echo "verdict=$(verdict id)"
  fi
} >>"$GITHUB_OUTPUT"
exit "$code"
