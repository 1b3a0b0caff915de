#include "CQREncode.h"

#include <dlfcn.h>
#include <qrencode.h>
#include <stdlib.h>

// The number changes whenever the library's structures do, so one of another number is never opened.
static const char name[] = "libqrencode.so.4";

const char *cqr_name(void) { return name; }

unsigned char *cqr_encode(const char *text, int *width) {
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return NULL;
    QRcode *(*encode)(const char *, int, QRecLevel) = (QRcode * (*)(const char *, int, QRecLevel))
        dlsym(handle, "QRcode_encodeString8bit");
    void (*release)(QRcode *) = (void (*)(QRcode *))dlsym(handle, "QRcode_free");
    if (!encode || !release) return NULL;
    // A quarter of it may be covered or dirty and it still reads.
    QRcode *code = encode(text, 0, QR_ECLEVEL_Q);
    if (!code) return NULL;
    size_t count = (size_t)code->width * (size_t)code->width;
    unsigned char *modules = malloc(count);
    if (modules) {
        *width = code->width;
        // The lowest bit says dark or light; the others say what the module is for.
        for (size_t index = 0; index < count; index++) modules[index] = code->data[index] & 1;
    }
    release(code);
    return modules;
}
