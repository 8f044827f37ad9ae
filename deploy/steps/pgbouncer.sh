# PgBouncer between the platform and the primary.
say '4. PgBouncer'
place "$here/pgbouncer/userlist.txt" /etc/pgbouncer/userlist.txt 640 postgres:postgres
changes=$changed
place "$here/pgbouncer/pgbouncer.ini" /etc/pgbouncer/pgbouncer.ini 640 postgres:postgres
[ "$changed" = no ] || changes=yes
place "$here/systemd/pgbouncer.service.d/lien-thong.conf" /etc/systemd/system/pgbouncer.service.d/lien-thong.conf 644
[ "$changed" = no ] || changes=yes
service pgbouncer
