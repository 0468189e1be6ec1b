/** Undoes what happens to a text on its way: mails, dumps, frames and the loggers of clients; each is a form that hands on. */
@NullMarked
package io.scimdoctor.capture.repair;

import org.jspecify.annotations.NullMarked;
