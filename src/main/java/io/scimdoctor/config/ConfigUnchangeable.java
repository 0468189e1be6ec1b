package io.scimdoctor.config;

/** A configuration file is written in a form that only an editor can change, such as an inline table. */
public final class ConfigUnchangeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigUnchangeable() {
        super("the file is written in a form that can be changed by hand only");
    }
}
