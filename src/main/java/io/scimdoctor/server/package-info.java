/** A small HTTP server on bare sockets, with TLS of its own and any misbehaviour: for the simulator and a watch's metrics. */
@NullMarked
package io.scimdoctor.server;

import org.jspecify.annotations.NullMarked;
