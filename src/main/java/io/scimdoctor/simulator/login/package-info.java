/** The simulated login: token endpoint, tokens, and the check of client assertions and tokens. */
@NullMarked
package io.scimdoctor.simulator.login;

import org.jspecify.annotations.NullMarked;
