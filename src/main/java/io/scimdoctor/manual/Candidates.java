package io.scimdoctor.manual;

import java.util.List;

/** Knows which values there are. */
public interface Candidates {
    /** All of them, the likeliest first; none where nobody can know them, and never trouble. */
    List<Candidate> of(Value value);
}
