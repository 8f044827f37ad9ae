# The certificates of the cluster, and etcd, which holds who is primary.
say '3. Chứng thư của cụm, etcd'
getent group lien-thong-cluster >/dev/null || run groupadd --system lien-thong-cluster
for account in postgres etcd; do
  ! getent passwd $account >/dev/null || run usermod --append --groups lien-thong-cluster $account
done
changes=no
# keep NAME TEXT MODE OWNER: what `deploy/make-cluster` made; new where it was planned anew.
keep() {
  [ "$dry" = no ] || { say "  + /etc/lien-thong/cluster/$1"; return; }
  new=$(mktemp)
  printf %s "$2" | base64 -d >"$new"
  if ! cmp -s "$new" "/etc/lien-thong/cluster/$1"; then
    install -D -m "$3" -o root -g lien-thong-cluster "$new" "/etc/lien-thong/cluster/$1"
    changes=yes
  fi
  rm -f "$new"
}
keep authority.pem "$AUTHORITY" 644
keep node.pem "$NODE_CERTIFICATE" 644
keep node.key "$NODE_KEY" 640
[ "$dry" = yes ] || chmod 755 /etc/lien-thong /etc/lien-thong/cluster

place "$here/patroni/etcd" /etc/default/etcd 644
[ "$changed" = no ] || changes=yes
place "$here/systemd/etcd.service.d/lien-thong.conf" /etc/systemd/system/etcd.service.d/lien-thong.conf 644
[ "$changed" = no ] || changes=yes
service etcd
