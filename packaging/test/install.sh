#!/bin/sh
# Installs what target/dist holds into a fresh Debian 12 and uses it there. Run as root, after mvn -q -f packaging package:
#   packaging/test/install.sh [MIRROR]
# Needs debootstrap. Everything happens in a temporary folder, which is gone afterwards, whatever happens.
set -eu

dist=$(cd "$(dirname "$0")/../../target/dist" && pwd)
mirror=${1-}
[ "$(id -u)" = 0 ] || { echo "$0: a chroot needs root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "$0: debootstrap is not here; apt-get install debootstrap" >&2; exit 2; }
version=$(ls "$dist"/scimdoctor_*_all.deb | sed 's/.*scimdoctor_\(.*\)_all.deb/\1/')

work=$(mktemp -d)
root=$work/root
image=$work/image

clean_up() {
  for folder in "$image" "$root"; do
    for mount in "$folder/proc" "$folder/tmp" "$folder"; do
      if mountpoint -q "$mount"; then
        # A start may still be making its archives in the background.
        umount "$mount" 2>/dev/null || umount --lazy "$mount"
      fi
    done
  done
  # Never walks into what is still mounted.
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/tester LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

step() { printf '\n== %s\n' "$1"; }

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# expect TEXT COMMAND...: the output, shown, has the text.
expect() {
  text=$1
  shift
  output=$("$@" 2>&1) || fail "$* ended with $?: $output"
  printf '%s\n' "$output" | head -n 3
  case $output in *"$text"*) ;; *) fail "$* does not say '$text': $output" ;; esac
}

# works COMMAND...: the three things that each installation must do.
works() {
  expect "scimdoctor $version" "$@" version
  expect "HEALTHY" "$@" check --simulate --no-record
  expect "throttled" "$@" explain throttled
}

step "A fresh Debian 12"
debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 || fail "$(tail "$work/debootstrap.log")"
mount -t proc proc "$root/proc"
mkdir -p "$root/dist" "$root/opt"
cp "$dist"/scimdoctor* "$dist/SHA256SUMS" "$root/dist/"
inside sh -c 'cd /dist && sha256sum --quiet -c SHA256SUMS' || fail "a checksum is wrong"
! inside sh -c 'command -v java' || fail "there is a Java already"

step "(a) The archive with its own Java"
inside tar xzf "/dist/scimdoctor-$version-linux-x64.tar.gz" -C /opt
works inside "/opt/scimdoctor-$version/bin/scimdoctor"
inside sh -c "SCIMDOCTOR_ARCHIVE=make /opt/scimdoctor-$version/bin/scimdoctor" || fail "its archives cannot be made"
works inside "/opt/scimdoctor-$version/bin/scimdoctor"
rm -rf "$root/opt/scimdoctor-$version" "$root/home/tester"

step "(b) The .deb with Debian's Java"
# minbase keeps man pages, but what shows them and completes is not in it.
inside sh -c 'apt-get -qq update && apt-get -qq install --no-install-recommends openjdk-17-jre-headless man-db bash-completion' \
  >"$work/apt.log" 2>&1 || fail "$(tail "$work/apt.log")"
inside sh -c 'find / -xdev | sort' >"$work/before"
inside apt-get -qq install "/dist/scimdoctor_${version}_all.deb" >"$work/apt.log" 2>&1 || fail "$(tail "$work/apt.log")"
inside test -s /usr/share/scimdoctor/lib/archives/java-17/stamp || fail "no archives of classes were made"
works inside scimdoctor
expect "scimdoctor-check" inside sh -c 'man scimdoctor-check | col -bx | sed -n "/^NAME/,/^SYN/p"'
completions='. /usr/share/bash-completion/bash_completion; _completion_loader scimdoctor
  COMP_WORDS=(scimdoctor expl) COMP_CWORD=1 COMP_LINE="scimdoctor expl" COMP_POINT=15
  set -- $(complete -p scimdoctor); while [ "$1" != -F ]; do shift; done; $2 scimdoctor expl scimdoctor; echo "${COMPREPLY[@]}"'
expect "explain" inside bash -c "$completions"
inside apt-get -qq purge scimdoctor >"$work/apt.log" 2>&1 || fail "$(tail "$work/apt.log")"
inside sh -c 'find / -xdev | sort' >"$work/after"
# What apt, dpkg and man note down about anything, and what scimdoctor keeps for the user, is not the package's.
left=$(comm -13 "$work/before" "$work/after" | grep -Ev '^/(var/(lib/(apt|dpkg)|cache/(apt|man)|log)|tmp|home|root|proc|sys)(/|$)' || true)
[ -z "$left" ] || fail "left behind: $left"
echo "Nothing is left behind."

step "(c) The plain archive with Debian's Java"
inside tar xzf "/dist/scimdoctor-$version.tar.gz" -C /opt
works inside "/opt/scimdoctor-$version/bin/scimdoctor"

step "(d) The container image, as its user, on a read-only root"
mkdir -p "$work/oci" "$image/proc" "$image/dev"
tar xf "$dist/scimdoctor-$version-oci.tar" -C "$work/oci"
blob() { echo "$work/oci/blobs/sha256/${1#*sha256:}"; }
digests() { grep -o 'sha256:[0-9a-f]*'; }
manifest=$(blob "$(digests <"$work/oci/index.json")")
config=$(blob "$(sed 's/"layers".*//' "$manifest" | digests)")
for layer in $(sed 's/.*"layers"//' "$manifest" | digests); do
  tar --warning=no-unknown-keyword -xzf "$(blob "$layer")" -C "$image"
done
grep -q '"User":"65532:65532"' "$config" || fail "the image does not name its user"
grep -q '"Entrypoint":\["/opt/scimdoctor/bin/scimdoctor"\]' "$config" || fail "the image does not start scimdoctor"
mknod -m 666 "$image/dev/null" c 1 3
mknod -m 666 "$image/dev/urandom" c 1 9
mknod -m 666 "$image/dev/random" c 1 8
mount --bind "$image" "$image"
mount -t proc proc "$image/proc"
mount -t tmpfs tmpfs "$image/tmp"
mount -o remount,bind,ro "$image"
contained() {
  # shellcheck disable=SC2046 # the settings of the image, one word each
  env -i $(sed 's/.*"Env":\[\([^]]*\)\].*/\1/; s/[",]/ /g' "$config") "$(command -v chroot)" --userspec=65532:65532 "$image" "$@"
}
! contained /bin/sh -c 'echo >/etc/passwd' 2>/dev/null || fail "the root can be written to"
works contained /opt/scimdoctor/bin/scimdoctor
# Without a network the name cannot be found, but that is a diagnosis too.
expect "graph.microsoft.com" contained /opt/scimdoctor/bin/scimdoctor check --dry-run

step "All works."
