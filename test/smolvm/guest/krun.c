// Takes the place of libkrun.so. smolvm boots what it baked or packed not through SMOLVM_BOOT_BINARY but by calling
// libkrun in a child of its own: the few calls that say where the guest is to be found are noted, and what would start
// the machine starts the stand-in guest instead. No malloc: the child is a fork of a program with threads.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef uint64_t word;

static char noted[1 << 16];
static size_t length;

static void note(const char *name, const char *value) {
  size_t a = strlen(name), b = strlen(value);
  if (length + a + b + 2 > sizeof noted) return;
  memcpy(noted + length, name, a);
  noted[length + a] = '=';
  memcpy(noted + length + a + 1, value, b);
  length += a + b + 2;
  noted[length - 1] = 0;
}

long krun_set_root(word context, const char *path) { note("rootfs", path); return 0; }

long krun_add_virtiofs(word context, const char *tag, const char *path) {
  if (!strcmp(tag, "/dev/root")) note("rootfs", path);
  return 0;
}
long krun_add_virtiofs2(word context, const char *tag, const char *path) { return krun_add_virtiofs(context, tag, path); }
long krun_add_virtiofs3(word context, const char *tag, const char *path) { return krun_add_virtiofs(context, tag, path); }
long krun_add_virtiofs4(word context, const char *tag, const char *path) { return krun_add_virtiofs(context, tag, path); }

static long port(word number, const char *path) {
  if (number == 6000) note("vsock", path);
  if (number == 6004) note("ready", path);
  return 0;
}
long krun_add_vsock_port(word context, word number, const char *path) { return port(number, path); }
long krun_add_vsock_port2(word context, word number, const char *path) { return port(number, path); }

long krun_set_exec(word context, const char *path, const char *const argv[], const char *const env[]) {
  for (int i = 0; env && env[i]; i++) note("env", env[i]);
  return 0;
}

long krun_start_enter(word context) {
  static char path[64];
  snprintf(path, sizeof path, "/tmp/smolvm-krun-%d", (int)getpid());
  FILE *to = fopen(path, "w");
  if (!to) _exit(71);
  fwrite(noted, 1, length, to);
  fclose(to);
  const char *boot = getenv("GUEST_BOOT");
  if (boot) execl(boot, boot, "_krun", path, (char *)0);
  _exit(72);
}

#define ANSWER(name, value) long krun_##name(void) { return value; }
ANSWER(get_max_vcpus, 64)
ANSWER(check_nested_virt, 1)
ANSWER(get_shutdown_eventfd, -1)
#define NOTHING(name) ANSWER(name, 0)
NOTHING(create_ctx) NOTHING(free_ctx) NOTHING(init_log) NOTHING(set_log_level) NOTHING(get_last_error)
NOTHING(set_vm_config) NOTHING(set_workdir) NOTHING(set_env) NOTHING(setuid) NOTHING(setgid) NOTHING(set_rlimits)
NOTHING(add_disk) NOTHING(add_disk2) NOTHING(add_disk3) NOTHING(add_disk4) NOTHING(create_disk_overlay)
NOTHING(set_root_disk) NOTHING(set_data_disk) NOTHING(set_root_disk_remount)
NOTHING(fs_add_overlay_dir) NOTHING(fs_add_overlay_file)
NOTHING(add_vsock) NOTHING(set_port_map) NOTHING(set_egress_policy) NOTHING(get_egress_handle)
NOTHING(set_stream_intercept) NOTHING(add_net_unixstream) NOTHING(add_net_unixgram) NOTHING(add_net_tap)
NOTHING(set_console_output) NOTHING(add_virtio_console_default) NOTHING(add_virtio_console_multiport)
NOTHING(add_console_port_inout) NOTHING(add_console_port_tty) NOTHING(add_serial_console_default)
NOTHING(set_gpu_options) NOTHING(set_gpu_options2) NOTHING(set_display_backend) NOTHING(add_display)
NOTHING(display_set_dpi) NOTHING(display_set_edid) NOTHING(display_set_physical_size)
NOTHING(display_set_refresh_rate) NOTHING(add_input_device) NOTHING(add_input_device_fd)
NOTHING(add_vhost_user_device) NOTHING(set_control_socket) NOTHING(disable_implicit_init) NOTHING(get_default_init)
NOTHING(set_snapshot) NOTHING(set_snapshot_memory_fd) NOTHING(set_snapshot_memory_fd2) NOTHING(get_guest_ram)
NOTHING(set_nested_virt) NOTHING(split_irqchip) NOTHING(set_cpu_template) NOTHING(set_live_resize)
NOTHING(set_smbios_oem_strings) NOTHING(has_feature) NOTHING(set_firmware) NOTHING(set_kernel)
NOTHING(set_kernel_console)
