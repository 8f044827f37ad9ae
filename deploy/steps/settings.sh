# What this installation is called and where it stands; secrets are made once and kept in a file that only root reads.
say "1. Thiết lập ($role)"
answers=/etc/lien-thong/install.conf

# wanted NAME QUESTION USUAL: from the environment, the settings, the last installation, the person, or the usual value.
wanted() {
  eval "value=\${$1:-}"
  if [ -z "$value" ] && [ "$ask" = yes ]; then
    printf '%s [%s]: ' "$2" "$3"
    read -r value
  fi
  value=${value:-$3}
  [ -n "$value" ] || { echo "deploy/install: $1 is missing ($2)" >&2; exit 1; }
  # They are written into configurations and sourced again: nothing that a shell or HAProxy could take for more than a value.
  case $value in *[!A-Za-z0-9._:/,\ +=-]*) echo "deploy/install: $1 holds a character that is not taken" >&2; exit 1 ;; esac
  eval "$1=\$value"
  export "$1"
}

# What the last installation kept must not hide what is said now. Only what --help names: a secret that lingers in a shell must not take the
# place of the one that opens the data.
said='PUBLIC_HOST ADMINISTRATION TIME_SERVERS BACKUP_DIRECTORY'
for name in $said; do eval "said_$name=\${$name:-}"; done
set -a
[ ! -e "$answers" ] || . "$answers"
# shellcheck disable=SC1090
case ${settings:-} in "") ;; /*) . "$settings" ;; *) . "$PWD/$settings" ;; esac
set +a
for name in $said; do eval "$name=\${said_$name:-\${$name:-}}"; done

names='ADMINISTRATION TIME_SERVERS'
wanted ADMINISTRATION 'Mạng được quản trị máy này' 127.0.0.1
wanted TIME_SERVERS 'Máy chủ giờ' '0.debian.pool.ntp.org 1.debian.pool.ntp.org 2.debian.pool.ntp.org'
if [ "$role" != db ]; then
  names="$names PUBLIC_HOST BACKUP_DIRECTORY"
  wanted PUBLIC_HOST 'Tên miền mà người dân dùng' ''
  wanted BACKUP_DIRECTORY 'Nơi để bản sao lưu' /var/lib/lien-thong-backup
fi
if [ "$role" = one ]; then
  names="$names OWNER_PASSWORD WEB_PASSWORD"
  OWNER_PASSWORD=${OWNER_PASSWORD:-$(secret)} WEB_PASSWORD=${WEB_PASSWORD:-$(secret)}
  DATABASE_PORT=5432 DATABASE_TLS=disable DATABASE_TLS_AUTHORITY='; on this machine only' DATABASE_QUERY=
else
  cluster='NODE_NAME NODE_ADDRESS DB1_NAME DB1_ADDRESS DB2_NAME DB2_ADDRESS APP_NAME APP_ADDRESS'
  passwords='OWNER_PASSWORD WEB_PASSWORD'
  [ "$role" = app ] || passwords="$passwords SUPERUSER_PASSWORD REPLICATION_PASSWORD REWIND_PASSWORD PATRONI_PASSWORD"
  for name in $cluster $passwords NODE_CERTIFICATE NODE_KEY AUTHORITY; do wanted "$name" "$name, deploy/make-cluster" ''; done
  names="$names $cluster $passwords NODE_CERTIFICATE NODE_KEY AUTHORITY"
  # Inside, HAProxy knows who is the primary.
  DATABASE_PORT=5000 DATABASE_TLS=verify-full
  DATABASE_TLS_AUTHORITY='server_tls_ca_file = /etc/lien-thong/cluster/authority.pem'
  DATABASE_QUERY='?sslmode=verify-full&sslrootcert=/etc/lien-thong/cluster/authority.pem'
fi
if [ "$role" != db ]; then
  names="$names SECRETS_KEY"
  SECRETS_KEY=${SECRETS_KEY:-$(openssl rand -base64 32)}
fi
export OWNER_PASSWORD WEB_PASSWORD DATABASE_PORT DATABASE_TLS DATABASE_TLS_AUTHORITY DATABASE_QUERY SECRETS_KEY

if [ "$dry" = no ]; then
  mkdir -p /etc/lien-thong
  (
    umask 077
    for name in $names; do eval "printf \"%s='%s'\\n\" $name \"\$$name\""; done >"$answers.new"
    mv "$answers.new" "$answers"
  )
fi
