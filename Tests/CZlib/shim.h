#ifndef GROUNDWORK_CZLIB_SHIM_H
#define GROUNDWORK_CZLIB_SHIM_H

#include <zlib.h>

// Unpacks what a ZIP archive holds (deflate without a header); returns how many bytes came out, or -1.
static inline long groundwork_inflate(const unsigned char *packed, unsigned int count, unsigned char *out, unsigned int room) {
    z_stream stream = {0};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return -1;
    stream.next_in = (unsigned char *)packed;
    stream.avail_in = count;
    stream.next_out = out;
    stream.avail_out = room;
    int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return result == Z_STREAM_END ? (long)stream.total_out : -1;
}

#endif
