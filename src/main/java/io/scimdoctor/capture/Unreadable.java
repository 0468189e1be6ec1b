package io.scimdoctor.capture;

import io.scimdoctor.capture.source.Source;

/**
 * A part of a capture that could not be read.
 *
 * @param source where it stands
 * @param reason a short sentence for a person, without anything from the capture itself: that may be a secret
 */
public record Unreadable(Source source, String reason) {}
