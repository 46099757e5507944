#!/usr/bin/env bash
# An office of its own: a network that reaches nothing, a print system, a printer. Run as: unshare -n office.sh FOLDER
# Jobs stand in FOLDER/jobs, a command line each; what arrives at the printer comes to lie in FOLDER/arrived.
set -eu
office=$1
python=$2
ip link set lo up
mkdir -p "$office"/{arrived,spool,tmp,cache,state,root}
chmod 755 "$office"
chown -R lp:lp "$office"/{spool,tmp,cache,state,root}
cat >"$office/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=$office/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/></policy></busconfig>
END
cat >"$office/cups-files.conf" <<END
User lp
Group lp
SystemGroup root
ServerRoot $office/root
RequestRoot $office/spool
TempDir $office/tmp
CacheDir $office/cache
StateDir $office/state
AccessLog $office/access.log
ErrorLog $office/error.log
PageLog $office/page.log
Sandboxing relaxed
END
cat >"$office/cupsd.conf" <<END
LogLevel debug
Listen $office/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
MultipleOperationTimeout 10
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
END
cat >"$office/arrive" <<'END'
#!/bin/sh
# What the printer was told of a document stands in its environment.
name=$(basename "$1")
cp "$1" "$ARRIVED/$name.pdf"
env | grep ^IPP_ | sort >"$ARRIVED/$name.told"
END
chmod 755 "$office/arrive"
export ARRIVED="$office/arrived" DBUS_SYSTEM_BUS_ADDRESS="unix:path=$office/bus" CUPS_SERVER="$office/cups.sock"
"$python" "$(dirname "$0")/printer.py" >"$office/printer.conf"
dbus-daemon --config-file="$office/bus.conf" --nofork --nopidfile >"$office/bus.log" 2>&1 &
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
until [ -S "$office/bus" ]; do sleep 0.05; done
cupsd -f -c "$office/cupsd.conf" -s "$office/cups-files.conf" >"$office/cupsd.log" 2>&1 &
ippeveprinter -v -n localhost -p 8501 -r off -a "$office/printer.conf" -c "$office/arrive" -d "$office/tmp" Office >"$office/printer.log" 2>&1 &
for _ in $(seq 100); do
    [ -S "$office/cups.sock" ] && (: </dev/tcp/localhost/8501) 2>/dev/null && break
    sleep 0.05
done
lpadmin -p office -v ipp://localhost:8501/ipp/print -E -m everywhere
for _ in $(seq 100); do grep -qs PageSize "$office/root/ppd/office.ppd" && break || sleep 0.05; done
while read -r line; do eval "$line" >>"$office/sent.log"; done <"$office/jobs"
want=$(wc -l <"$office/jobs")
for _ in $(seq 200); do
    [ "$(ls "$office/arrived" | grep -c told || true)" -ge "$want" ] && exit 0
    sleep 0.1
done
echo "only $(ls "$office/arrived" | grep -c told || true) of $want jobs arrived" >&2
exit 1
