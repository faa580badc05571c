# shellcheck shell=bash
# Read by the checks beside it: settings of podman for machines that let nobody raise a limit and have no systemd,
# a folder for the run, and the example of the README.

work=$(mktemp -d)
cat >"$work/containers.conf" <<'END'
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
END
export CONTAINERS_CONF=$work/containers.conf

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

page() { # COMMAND: the line of docs/deploy.md that begins with it, for podman and the image that is checked
  # shellcheck disable=SC2154 # the folder of the script that reads this
  grep "^$1" "$here/../../../docs/deploy.md" | sed 's/^docker/podman/; s/seedance-mock /localhost\/seedance-mock:check /'
}

example() { # BASE-URL: runs the README's own lines against a server; fails if they make no task
  # shellcheck disable=SC2154 # the folder of the script that reads this
  awk '/^```sh/ { on = 1; next } /^```/ { on = 0 } on' "$here/../../../README.md" |
    sed -n '/^curl/,/[^\\]$/p' | sed "s|http://127.0.0.1:8080|$1|" >"$work/example.sh"
  bash "$work/example.sh" | tee "$work/task"
  echo
  grep -q '"status":"queued"' "$work/task"
}
