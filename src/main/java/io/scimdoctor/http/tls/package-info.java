/** TLS: trust, certificates, and why a handshake failed. */
@NullMarked
package io.scimdoctor.http.tls;

import org.jspecify.annotations.NullMarked;
