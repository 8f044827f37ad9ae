# How every step says, does and writes. Sourced by deploy/install.

# Digests of what was placed: whoever changed a file since keeps their change.
placed=/var/lib/lien-thong-install
kept=

say() { printf '%s\n' "$*"; }

# Does it, or says that it would.
run() {
  if [ "$dry" = yes ]; then say "  + $*"; else "$@"; fi
}

# The text of a template, each @NAME@ replaced by the variable; a name without a value ends the installation.
render() {
  awk '
    {
      out = ""
      while (match($0, /@[A-Z][A-Z0-9_]*@/)) {
        name = substr($0, RSTART + 1, RLENGTH - 2)
        if (!(name in ENVIRON)) { print "deploy/install: " name " has no value" > "/dev/stderr"; exit 3 }
        out = out substr($0, 1, RSTART - 1) ENVIRON[name]
        $0 = substr($0, RSTART + RLENGTH)
      }
      print out $0
    }' "$1"
}

# place TEMPLATE TARGET MODE [OWNER]: true when something changed (`changed`).
place() {
  changed=no
  # Private from its first byte: some hold passwords.
  new=$(mktemp) && render "$1" >"$new" || exit 1
  if [ -e "$2" ] && cmp -s "$new" "$2"; then
    run chmod "$3" "$2"
    # Also where somebody moved NAME.new there: from now on new texts replace it again.
    [ "$dry" = yes ] || remember "$2"
  elif [ -e "$2" ] && ! unchanged_since "$2"; then
    kept="$kept $2"
    say "  giữ $2 (đã sửa tay)"
    [ "$dry" = yes ] || install -m "$3" ${4:+-o "${4%:*}" -g "${4#*:}"} "$new" "$2.new"
  else
    changed=yes
    say "  ghi $2"
    if [ "$dry" = no ]; then
      mkdir -p "$(dirname "$2")"
      install -m "$3" ${4:+-o "${4%:*}" -g "${4#*:}"} "$new" "$2.placing"
      mv "$2.placing" "$2"
      remember "$2"
    fi
  fi
  rm -f "$new"
}

remember() {
  mkdir -p "$placed"
  sha256sum <"$1" >"$placed/$(echo "$1" | tr / _)"
}

# A file of a Debian package that nobody touched, or ours as it was placed.
unchanged_since() {
  digest=$placed/$(echo "$1" | tr / _)
  if [ -e "$digest" ]; then
    sha256sum <"$1" | cmp -s - "$digest"
  else
    package=$(dpkg-query -S "$1" 2>/dev/null | cut -d: -f1) && [ -n "$package" ] &&
      dpkg-query -W -f '${Conffiles}\n' "$package" | grep -qF " $1 $(md5sum <"$1" | cut -d' ' -f1)"
  fi
}

# service NAME…: started now and at every start of the machine; one whose files changed is started again.
service() {
  run systemctl daemon-reload
  run systemctl enable --quiet "$@"
  if [ "$changes" = yes ]; then run systemctl restart "$@"; else run systemctl start "$@"; fi
}

secret() { openssl rand -hex 24; }
