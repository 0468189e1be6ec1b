/** The simulated token endpoint, and the gate that checks tokens. */
@NullMarked
package io.scimdoctor.simulator.login;

import org.jspecify.annotations.NullMarked;
