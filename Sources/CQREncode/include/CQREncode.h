#ifndef GROUNDWORK_CQRENCODE_H
#define GROUNDWORK_CQRENCODE_H

// libqrencode is opened with the first code and never linked: other commands start without it.

/// The file that is looked for.
const char *cqr_name(void);

/// The modules of a QR code of a text, row by row, each 1 where it is dark; `width` of them a row. NULL where the library
/// is not installed or the text does not fit. The caller frees it.
unsigned char *cqr_encode(const char *text, int *width);

#endif
