#!/bin/sh
# libraries.sh RUNTIME FOLDER: what a container without any system needs beside a runtime: the C library that the runtime
# is linked with, a shell for the launcher, a user, and how names are resolved. Taken from this machine.
set -eu

runtime=$(cd "$1" && pwd -P)
folder=$2
rm -rf "$folder"
mkdir -p "$folder/bin" "$folder/etc" "$folder/tmp"
cp -L /bin/sh "$folder/bin/sh"

# Older C libraries load the two for names at run time, where ldd does not see them.
{
  find "$runtime" /bin/sh -type f -o -type l | while read -r file; do
    LD_LIBRARY_PATH=$runtime/lib:$runtime/lib/server ldd "$file" 2>/dev/null || true
  done | grep -vF "$runtime" | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*\) .*/\1/p'
  ls /lib/*-linux-gnu/libnss_dns.so.2 /lib/*-linux-gnu/libnss_files.so.2 2>/dev/null || true
} | sort -u | while read -r library; do
  mkdir -p "$folder${library%/*}"
  cp -L "$library" "$folder$library"
done

printf 'root:x:0:0:root:/:/bin/sh\nscimdoctor:x:65532:65532:scimdoctor:/tmp:/bin/sh\n' >"$folder/etc/passwd"
printf 'root:x:0:\nscimdoctor:x:65532:\n' >"$folder/etc/group"
echo 'hosts: files dns' >"$folder/etc/nsswitch.conf"
