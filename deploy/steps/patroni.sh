# PostgreSQL 15 under Patroni: the first of the two machines that comes becomes the primary, the other its standby.
say '4. PostgreSQL, Patroni'
place "$here/postgresql/prepare-database" /usr/local/lib/lien-thong/prepare-database 755
place "$here/postgresql/prepare.sql" /usr/local/lib/lien-thong/prepare.sql 644
place "$here/patroni/passwords" /etc/lien-thong/cluster/passwords 640 root:postgres
place "$here/postgresql/lien-thong.conf" /etc/lien-thong/postgresql.conf 644
changes=$changed
place "$here/patroni/config.yml.in" /etc/patroni/config.yml 640 root:postgres
[ "$changed" = no ] || changes=yes
place "$here/systemd/patroni.service.d/lien-thong.conf" /etc/systemd/system/patroni.service.d/lien-thong.conf 644
run systemctl daemon-reload
run systemctl enable --quiet patroni prometheus-node-exporter
# Started again it would stop the database: what changed is read anew.
if [ "$dry$changes" = noyes ] && systemctl is-active --quiet patroni; then run systemctl reload patroni; else run systemctl start patroni; fi
