# HAProxy: TLS for people; in a cluster also the way to the primary.
say '5. HAProxy'
certificates=/etc/haproxy/certificates
run install -d -m 700 "$certificates"
if [ -n "${CERTIFICATE:-}" ]; then
  if ! cmp -s "$CERTIFICATE" "$certificates/lien-thong.pem"; then
    # A certificate without its key, or for another name, would take the site away.
    openssl x509 -in "$CERTIFICATE" -noout -checkhost "$PUBLIC_HOST" | grep -q 'does match' ||
      { echo "deploy/install: $CERTIFICATE is not for $PUBLIC_HOST" >&2; exit 1; }
    openssl pkey -in "$CERTIFICATE" -noout 2>/dev/null || { echo "deploy/install: $CERTIFICATE holds no key" >&2; exit 1; }
    run install -m 600 "$CERTIFICATE" "$certificates/lien-thong.pem"
    changes=yes
  fi
elif [ ! -e "$certificates/lien-thong.pem" ]; then
  say '  chưa có chứng thư: tạo một chứng thư tự ký để thử (CERTIFICATE=… để thay)'
  [ "$dry" = yes ] || "$here/make-certificate" "$PUBLIC_HOST" "$certificates/lien-thong.pem"
fi

APPLICATION_SERVERS='    server first 127.0.0.1:8080 port 8081
    server second 127.0.0.1:8090 port 8091'
export APPLICATION_SERVERS
changes=${changes:-no}
for said in 503-lien-thong.http busy.html.in busy.json.in; do
  place "$here/haproxy/$said" "/etc/haproxy/errors/$said" 644
  [ "$changed" = no ] || changes=yes
done
whole=$(mktemp)
cat "$here/haproxy/haproxy.cfg" >"$whole"
[ "$role" = one ] || cat "$here/haproxy/database.cfg" >>"$whole"
place "$whole" /etc/haproxy/haproxy.cfg 644
rm -f "$whole"
[ "$changed" = no ] || changes=yes
place "$here/systemd/haproxy.service.d/lien-thong.conf" /etc/systemd/system/haproxy.service.d/lien-thong.conf 644
[ "$changed" = no ] || changes=yes
run haproxy -c -q -f /etc/haproxy/haproxy.cfg
service haproxy
