package io.scimdoctor.capture.form;

import java.io.IOException;

/**
 * One form that captured answers can have: how it is recognised, and how it is read.
 *
 * <p>A form stands in one list of {@code Forms}, which every reader of captures asks; the first form that matches and yields
 * something decides, so the more particular one stands first. A container, such as a mail, a log's wrapper or an envelope, is
 * a form, too: it hands what it holds back to the same lists by {@link Intake#text}, {@link Intake#record} or
 * {@link Intake#stream}, and need not know what that is.
 *
 * <p>To add one: write the class, put it into its list, and lay a sample and a near miss beside the others
 * ({@code src/test/resources/io/scimdoctor/capture/form/NAME.sample.EXT} and {@code NAME.miss.EXT}, where {@code NAME} is the
 * simple name of the class); {@code FormsTest} is red until both are there.
 *
 * @param <P> what it is recognised from: the {@link Printed} text, a parsed {@code JsonNode}, or a {@code ByteSource}, of
 *     which only the head may be looked at before it is read
 */
public interface Form<P> {
    /** Whether this is the form; cheap, and without taking anything from the input. */
    boolean matches(P part);

    /** Hands over the exchanges, the inner parts, and what was seen but not used. */
    void read(P part, Intake intake) throws IOException;
}
