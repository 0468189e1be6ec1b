/** In what each scenario differs from a healthy service. */
@NullMarked
package io.scimdoctor.simulator.scenario;

import org.jspecify.annotations.NullMarked;
