#!/bin/sh
# Runs minhbach.conf as it is, with other ports and a certificate of the moment, in front of a stub of the portal that says
# which address it was asked for, and shows that the rules hold. Needs nginx, openssl and curl; touches nothing but a folder
# of its own, and listens on loopback only.
#
#   config/nginx/test.sh [PORT]      three ports from this one on; 18443 unless given
set -u
port=${1:-18443}
tls=$port plain=$((port + 1)) stub=$((port + 2))
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)
chmod 711 "$dir" # the workers are another account
trap 'test -f "$dir/pid" && kill "$(cat "$dir/pid")"; rm -rf "$dir"' EXIT

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=example.gov.vn \
    -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
sed -e "s|\[::\]:443|[::1]:$tls|; s|\[::\]:80|[::1]:$plain|" \
    -e "s|listen 443|listen 127.0.0.1:$tls|; s|listen 80|listen 127.0.0.1:$plain|" \
    -e "s|127.0.0.1:8080|127.0.0.1:$stub|" \
    -e "s|/etc/ssl/minhbach/fullchain.pem|$dir/cert.pem|; s|/etc/ssl/minhbach/privkey.pem|$dir/key.pem|" \
    -e "s|/var/log/nginx|$dir|; s|/var/cache/nginx-minhbach|$dir/cache|" \
    -e "s|client_body_timeout 15s|client_body_timeout 2s|; s|client_header_timeout 15s|client_header_timeout 2s|" \
    "$here/minhbach.conf" > "$dir/minhbach.conf"
cat > "$dir/nginx.conf" << CONF
pid $dir/pid;
error_log $dir/error.log;
events {}
http {
    client_body_temp_path $dir/body; proxy_temp_path $dir/proxy; fastcgi_temp_path $dir/f; uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
    # So that the test may come from anywhere.
    set_real_ip_from 127.0.0.1;
    real_ip_header X-Test-Reader;
    include $dir/minhbach.conf;
    # As the portal: it answers to its names only, and tells how it fares to this machine only.
    server {
        listen 127.0.0.1:$stub default_server;
        return 421;
    }
    server {
        listen 127.0.0.1:$stub;
        server_name example.gov.vn 127.0.0.1 localhost;
        access_log $dir/stub.log;
        location / { return 200 "portal \$request_uri\n"; }
        # Reads what is sent, and then only answers: else it would hang up on whoever is still sending.
        location ~ ^/(en/)?(quan-tri/(thu-vien-tep|hop-thu|thu-tuc)|gui-|tra-cuu) {
            client_max_body_size 0;
            proxy_pass http://127.0.0.1:$stub;
            rewrite ^ /read break;
            proxy_pass_request_body off;
            proxy_set_header Content-Length "";
        }
        location /health/ {
            if (\$http_x_forwarded_for) { return 404; }
            return 200;
        }
    }
}
CONF
nginx -q -c "$dir/nginx.conf" || exit 1

failed=0
check() { # what was expected, what came, about what
    if [ "$1" != "$2" ]; then
        echo "FAILED $3: expected '$1', got '$2'"
        failed=$((failed + 1))
    fi
}
ask() { # options of curl …, address
    curl -sk --path-as-is --max-time 20 --resolve "example.gov.vn:$tls:127.0.0.1" -o "$dir/body.txt" \
        -w '%{http_code}%{redirect_url}' "$@"
}
base=https://example.gov.vn:$tls

echo "what reaches the portal, unchanged"
for path in / /tin-tuc /en/tim-kiem '/thu-tuc/1.001193' '/bai-viet/le-hoi-2026' '/tim-kiem?q=a;b%2Fc%3Bd' \
    '/bai-viet/%C4%91%E1%BA%A5t' '/tin-tuc/' /quan-tri /dang-nhap; do
    check 200 "$(ask "$base$path")" "$path"
    check "portal $path" "$(cat "$dir/body.txt")" "$path"
done

echo "one path parameter is cut off"
check "301https://example.gov.vn/tim-kiem?q=1" "$(ask "$base/tim-kiem;jsessionid=1?q=1")" "/tim-kiem;jsessionid=1"
check "301https://example.gov.vn/quan-tri" "$(ask "$base/quan-tri;x")" "/quan-tri;x"
check "301https://example.gov.vn/" "$(ask "$base/;x")" "/;x"

echo "of slashes one is enough"
check "301https://example.gov.vn/tin-tuc?q=1" "$(ask "$base//tin-tuc?q=1")" "//tin-tuc"
check "301https://example.gov.vn/tin-tuc/x" "$(ask "$base/tin-tuc///x")" "/tin-tuc///x"
check "301https://example.gov.vn/evil.example" "$(ask "$base//evil.example")" "//evil.example"
check 404 "$(ask "$base/a//..;/quan-tri")" "/a//..;/quan-tri"

echo "what could be read in two ways is refused"
for path in '/metrics;x/' '/health;x/ready' '/quan-tri;x/tu-dong-nghia' '/a;b;c' '/tim-kiem;x%2f' \
    '/a%2fb' '/a%2Fb' '/a%5cb' '/a\b' '/a%00' '/a%0d%0aX:1' '/tin-tuc/..;/quan-tri' '/../quan-tri' '/./quan-tri' \
    '/%2e%2e/quan-tri' '/quan-tri%3bx' '/%2571uan-tri' '/a//../quan-tri;x;y' '/quan-tri/.'; do
    # 400 where nginx itself cannot make sense of it
    check 404 "$(ask "$base$path" | sed 's/^400$/404/')" "$path"
done

echo "what is for the machine itself is closed"
for path in /health /health/ready /metrics /openapi /METRICS /%6detrics /metrics/x /__asadmin/version /management/domain \
    /monitoring/domain /command/version /admin /ejb-invoker; do
    check 404 "$(ask "$base$path")" "$path"
done
check 301https://example.gov.vn/metrics "$(ask "$base/metrics;x")" "/metrics;x"

echo "other names get no answer"
check 000 "$(curl -sk --max-time 20 -o /dev/null -w '%{http_code}' "https://127.0.0.1:$tls/")" "no name"
check 000 "$(curl -sk --max-time 20 --resolve "evil.example:$tls:127.0.0.1" -o /dev/null -w '%{http_code}' "https://evil.example:$tls/")" "other name"
check 000 "$(ask -H 'Host: evil.example' "$base/")" "other Host"
check 000 "$(curl -s --max-time 20 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$plain/")" "other Host, plain"
check 0 "$(printf 'GET / HTTP/1.1\r\n\r\n' | openssl s_client -quiet -ign_eof -connect "127.0.0.1:$tls" -servername example.gov.vn 2>/dev/null | wc -c)" "no Host"
check 0 "$(curl -s --max-time 20 --http1.1 -H 'Host: a b' "http://127.0.0.1:$plain/" | wc -c)" "a Host that is none"
check "301https://example.gov.vn/tin-tuc?x=1" \
    "$(curl -s --max-time 20 -o /dev/null -w '%{http_code}%{redirect_url}' -H 'Host: example.gov.vn' "http://127.0.0.1:$plain/tin-tuc?x=1")" "to https"

echo "passwords and searches are limited, whichever way they are spelled"
limited() { # options of curl …, address: how many of 40 were turned away
    count=0
    for _ in $(seq 40); do
        case $(ask "$@") in 429*) count=$((count + 1)) ;; esac
    done
    [ $count -gt 5 ] && echo yes || echo no
}
check no "$(limited "$base/dang-nhap")" "opening the form"
check yes "$(limited -d 'a=b' "$base/dang-nhap")" "sending the form"
check yes "$(limited -d 'a=b' "$base/en/dang-nhap/")" "sending the form in English"
for path in /dang-nhap/xac-thuc /dang-nhap/khoa /en/dang-nhap/oidc /quen-mat-khau /dat-mat-khau; do
    check yes "$(limited -d 'a=b' "$base$path")" "$path"
done
spread() { # what stands before and behind a number in an address: whether many of 40 such were turned away
    count=0
    for number in $(seq 40); do
        case $(ask -d 'a=b' -H "X-Test-Reader: $1$number${2:-}" "$base/dang-nhap") in 429*) count=$((count + 1)) ;; esac
    done
    [ $count -gt 5 ] && echo yes || echo no
}
check yes "$(spread 2001:db8:1:2:3:4:5:)" "the addresses of one network of IPv6"
check yes "$(spread 2001:db8:7::)" "the same, written short"
check no "$(spread 2001:db8:8: ::1)" "other networks"
check no "$(spread 203.0.113.)" "other addresses of IPv4"
check no "$(limited "$base/dang-nhap/oidc/ve?code=1")" "coming back from the department's server"
burst() { # one curl, since sixty would take longer to start than the rule looks back
    curl -sk --path-as-is --max-time 20 --resolve "example.gov.vn:$tls:127.0.0.1" --parallel --parallel-max 60 -o /dev/null \
        -w '%{http_code}\n' "$base$1&n=[1-60]" 2> /dev/null | grep -c 429 | sed 's/^[1-9].*/yes/'
}
check yes "$(burst '/tim-kiem?q=1')" "searching"
check yes "$(burst '/en/TIM-KIEM/?q=1')" "searching, other spelling"
check yes "$(burst '/api/v1/search?q=1')" "searching by the API"

echo "a body that does not come does not reach the portal, a long one neither"
(printf 'POST /dung-cham HTTP/1.1\r\nHost: example.gov.vn\r\nContent-Length: 1000\r\n\r\nab'; sleep 4) |
    openssl s_client -quiet -connect "127.0.0.1:$tls" -servername example.gov.vn > /dev/null 2>&1
check 0 "$(grep -c dung-cham "$dir/stub.log")" "slow body"
began=$(date +%s)
printf 'GET /tin-tuc HTTP/1.1\r\nHost: example.gov.vn\r\nX' |
    timeout 20 openssl s_client -quiet -ign_eof -connect "127.0.0.1:$tls" -servername example.gov.vn > /dev/null 2>&1
check yes "$([ $(($(date +%s) - began)) -lt 10 ] && echo yes)" "half a head is given up"
head -c 1100000 /dev/zero > "$dir/long"
check 413 "$(ask --data-binary "@$dir/long" "$base/tin-tuc")" "long body"
check 200 "$(ask --data-binary "@$dir/long" "$base/quan-tri/thu-vien-tep/tai-len")" "a file of the staff"
head -c 5000000 /dev/zero > "$dir/longer"
for path in /quan-tri/hop-thu/soan/tep /en/quan-tri/hop-thu/ghi/tep /quan-tri/thu-tuc/tai-tep; do
    check 200 "$(ask --data-binary "@$dir/longer" "$base$path")" "a file of the staff to $path"
done
check 413 "$(ask --data-binary "@$dir/longer" "$base/quan-tri/hop-thu/soan")" "a longer text than the staff writes"
for path in /gui-cau-hoi /gui-phan-anh /en/tra-cuu; do
    check 200 "$(ask --data-binary "@$dir/long" "$base$path")" "files of a citizen to $path"
done

echo "of one address only so many send files at a time"
for _ in $(seq 25); do
    (printf 'POST /gui-cau-hoi HTTP/1.1\r\nHost: example.gov.vn\r\nContent-Length: 1000\r\n\r\nab'; sleep 8) |
        timeout 8 openssl s_client -quiet -connect "127.0.0.1:$tls" -servername example.gov.vn > /dev/null 2>&1 &
done
sleep 5
check 429 "$(ask -d 'a=b' "$base/gui-cau-hoi")" "one more"
check 200 "$(ask "$base/gui-cau-hoi")" "opening the form meanwhile"
sleep 5
check 200 "$(ask -d 'a=b' "$base/gui-cau-hoi")" "when the others have gone"

echo "nothing is kept for others, and no query is read here"
before=$(wc -l < "$dir/stub.log")
for cookie in 'a=b' ''; do
    for query in 'q=ket+hon&giai%2Dthich=1' 'q=ket+hon&giai-thich=1' 'q=ket+hon&giai%252Dthich=1' 'q=a;b&%67iai-thich=1'; do
        check 200 "$(ask -H "Cookie: $cookie" "$base/thu-tuc?$query")" "$query"
        check "portal /thu-tuc?$query" "$(cat "$dir/body.txt")" "$query"
    done
done
check 8 "$(($(grep -c '/thu-tuc' "$dir/stub.log") - $(head -n "$before" "$dir/stub.log" | grep -c '/thu-tuc')))" "each is asked of the portal"

echo "what nginx refuses by itself, it says in Vietnamese and without its name"
says() { # a word of the answer, options of curl …, address
    word=$1
    shift
    ask "$@" > "$dir/status.txt"
    check 1 "$(grep -c "$word" "$dir/body.txt")" "$word, $(cat "$dir/status.txt")"
    check 0 "$(grep -ci nginx "$dir/body.txt")" "the name of nginx in $(cat "$dir/status.txt")"
}
says 'không hiểu' -X TRACE "$base/tin-tuc"
check 405 "$(cat "$dir/status.txt")" "TRACE"
says 'không hiểu' --http1.1 -H 'Transfer-Encoding: gzip' -d a=b "$base/tin-tuc"
check 501 "$(cat "$dir/status.txt")" "an encoding that nobody has"
for path in '/bai-viet/%' '/a%00' '/../quan-tri'; do
    says 'không hiểu' "$base$path"
    check 400 "$(cat "$dir/status.txt")" "$path"
done
(printf 'GET / HTTP/1.1\r\nHost: example.gov.vn\r\nX: '; head -c 140000 /dev/zero | tr '\0' a; printf '\r\n\r\n'; sleep 1) |
    openssl s_client -quiet -connect "127.0.0.1:$tls" -servername example.gov.vn > "$dir/body.txt" 2>/dev/null
check yes "$(grep -q '^HTTP/1.1 400' "$dir/body.txt" && grep -q 'không hiểu' "$dir/body.txt" && echo yes)" "a header without end"
says 'quá lớn' --data-binary "@$dir/long" "$base/tin-tuc"
for path in /metrics /a%2fb '/a;b;c' '/tin-tuc/..'; do
    says 'Không có trang' "$base$path"
    check 404 "$(cat "$dir/status.txt")" "$path"
done
for _ in $(seq 40); do ask -d 'a=b' "$base/dang-nhap" > /dev/null; done
says 'quá nhiều' -d 'a=b' "$base/dang-nhap"
check 429 "$(cat "$dir/status.txt")" "too many"
check yes "$(ask -D - -d 'a=b' "$base/dang-nhap" | grep -qi '^retry-after: 60' && echo yes)" "when to come back"

echo "no query and no whole address of a reader in the logs"
ask "$base/tim-kiem?q=001099012345" > /dev/null
ask "$base/tim-kiem;x?q=001099012345" > /dev/null
check 0 "$(cat "$dir/minhbach.log" "$dir/minhbach-error.log" | grep -c -e 001099012345 -e 'q=')" "query"
check 0 "$(cat "$dir/minhbach.log" "$dir/minhbach-error.log" | grep -c '127\.0\.0\.1')" "address"
check yes "$(grep -q '^127.0.0.0 - .*"GET /tim-kiem HTTP' "$dir/minhbach.log" && echo yes)" "a line"

echo "with the marks taken away, the back office is open to the department's network alone"
sed -e 's|#allow|allow|' "$dir/minhbach.conf" > "$dir/closed.conf" && mv "$dir/closed.conf" "$dir/minhbach.conf"
nginx -q -c "$dir/nginx.conf" -s reload 2> /dev/null
sleep 3
for path in /quan-tri /en/quan-tri /EN/Quan-Tri/ /quan-tri/tu-dong-nghia /en/quan-tri/tim-kiem /en/quan-tri/ket-qua-uu-tien \
    '/en/quan-tri/thu-truy-van?q=x' /quan-tri/thu-vien-tep/tai-len /en/quan-tri/thu-vien-tep/tai-len/ '/%71uan-tri' '/quan%2Dtri' \
    /dang-nhap /en/dang-nhap/ /dang-nhap/khoa /dang-nhap/xac-thuc /dang-nhap/oidc/ve /quen-mat-khau /dat-mat-khau; do
    says 'nội bộ' "$base$path"
    check 403 "$(cat "$dir/status.txt")" "$path"
done
check 403 "$(ask -d 'a=b' "$base/en/quan-tri")" "sending to the back office"
check 301https://example.gov.vn/quan-tri "$(ask "$base/quan-tri;x")" "/quan-tri;x"
for path in / /tin-tuc /en/tim-kiem /gui-cau-hoi /quan-trix; do
    check 200 "$(ask "$base$path")" "$path"
done

[ $failed -eq 0 ] && echo "All rules hold."
exit $failed
