# Packages, time, logs, kernel, firewall.
say '2. Máy: gói Debian, giờ, nhật ký, nhân, tường lửa'
packages=$(sed -n "s/^every //p; s/^$role //p" "$here/packages" | tr '\n' ' ')
# shellcheck disable=SC2086
if ! dpkg-query -W -f '${Status}\n' $packages 2>/dev/null | grep -qv 'install ok installed' && dpkg-query -W $packages >/dev/null 2>&1; then
  say '  gói đã đủ'
else
  # The platform makes its own cluster, with checksums; Debian would make one without.
  if [ ! -d /etc/postgresql-common/createcluster.d ] || [ -z "$(ls /etc/postgresql-common/createcluster.d)" ]; then
    run mkdir -p /etc/postgresql-common/createcluster.d
    [ "$dry" = yes ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/lien-thong.conf
  fi
  run apt-get update
  run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
fi

TIME_LINES=$(for server in $TIME_SERVERS; do echo "server $server iburst"; done)
export TIME_LINES
place "$here/system/chrony.conf" /etc/chrony/conf.d/lien-thong.conf 644
[ "$changed" = no ] || run systemctl restart chrony
place "$here/system/journald.conf" /etc/systemd/journald.conf.d/lien-thong.conf 644
[ "$changed" = no ] || run systemctl restart systemd-journald
place "$here/system/sysctl.conf" /etc/sysctl.d/60-lien-thong.conf 644
[ "$role" != db ] || place "$here/system/sysctl-database.conf" /etc/sysctl.d/61-lien-thong-database.conf 644
# A container may not set all of them.
run sysctl --quiet --system 2>/dev/null || say '  một số tham số nhân không đặt được ở đây'

# Not switched on here: a rule that is wrong locks out whoever installs. The guide says when.
[ "$role" = one ] && rules=one || rules=three
place "$here/nftables/$rules.nft" /etc/lien-thong/nftables.conf 644
