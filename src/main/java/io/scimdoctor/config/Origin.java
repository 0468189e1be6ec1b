package io.scimdoctor.config;

/** The kinds of places a setting can come from, the strongest first. */
public enum Origin {
    OPTION,
    OWN_VARIABLE,
    PROFILE,
    AZURE_VARIABLE,
    ENTRA_VARIABLE;

    /** The kind of an environment variable, by its prefix. */
    static Origin ofVariable(String name) {
        if (name.startsWith("SCIMDOCTOR_")) {
            return OWN_VARIABLE;
        }
        return name.startsWith("AZURE_") ? AZURE_VARIABLE : ENTRA_VARIABLE;
    }
}
