# The platform itself: account, release, settings, units, schema.
say '6. Liên Thông'
getent passwd lien-thong >/dev/null ||
  run useradd --system --user-group --home-dir /var/lib/lien-thong --shell /usr/sbin/nologin lien-thong
run install -d -m 700 -o lien-thong -g lien-thong /var/lib/lien-thong
run install -d -m 700 -o lien-thong -g lien-thong "$BACKUP_DIRECTORY"

# It works where it was unpacked, so that an upgrade, and the way back, is one link.
release=$(dirname "$here")
case $dry$release in yes* | no/opt/lien-thong/*) ;; *) echo "deploy/install: unpack the release below /opt/lien-thong, not in $release" >&2; exit 1 ;; esac
[ "$dry" = yes ] || "$here/make-release" --check "$release"

place "$here/platform/lien-thong.env" /etc/lien-thong/lien-thong.env 600
changes=$changed
# What people add; never touched again.
[ -e /etc/lien-thong/more.env ] || run install -m 600 "$here/platform/more.env" /etc/lien-thong/more.env
place "$here/platform/owner.env" /etc/lien-thong/owner.env 600
for number in 1 2; do
  [ $number = 1 ] && PROCESS_PORT=8080 PROCESS_ADMIN_PORT=8081 || PROCESS_PORT=8090 PROCESS_ADMIN_PORT=8091
  export PROCESS_PORT PROCESS_ADMIN_PORT
  place "$here/platform/serve.env" /etc/lien-thong/serve-$number.env 600
  [ "$changed" = no ] || changes=yes
done
for unit in lien-thong-serve@.service lien-thong-work.service lien-thong.target lien-thong-backup.service; do
  place "$here/systemd/$unit" "/etc/systemd/system/$unit" 644
  [ "$changed" = no ] || changes=yes
done
place "$here/platform/lien-thong" /usr/local/sbin/lien-thong 755

# The one seals backups here; the other opens them, and must not stay where a thief of the machine finds it.
if [ ! -e /var/lib/lien-thong/backup.key ]; then
  run runuser -u lien-thong -- "$release/lien-thong" backup --make-keys /var/lib/lien-thong/backup.key /var/lib/lien-thong/recovery.key
  say 'Cất /var/lib/lien-thong/recovery.key ở nơi khác rồi xóa khỏi máy này: không có nó thì không mở được bản sao lưu.'
fi

"$here/upgrade" --dry="$dry" "$release" "$changes"
