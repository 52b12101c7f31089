// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.processors;

/**
 * The attributes a flow routes on, literal because users' flows name them.
 *
 * <p>They mirror a few scalars of the document; a FlowFile's attributes are held in memory, so nothing long is one.
 */
final class Attributes {

    static final String RUN_ID = "quantum.run.id";
    static final String RUN_STATUS = "quantum.run.status";
    static final String JOB_ID = "quantum.job.id";
    static final String SUBMISSION_KEY = "quantum.submission.key";
    static final String SUBMISSION_STATE = "quantum.submission.state";
    static final String SUBMISSION_NODE = "quantum.submission.node";
    static final String SUBMITTED_AT = "quantum.submitted.at";
    static final String SUBMIT_MILLIS = "quantum.submit.millis";
    static final String BACKEND = "quantum.backend";
    static final String CIRCUIT_SHA256 = "quantum.circuit.sha256";
    static final String QUBITS = "quantum.qubits";
    static final String SHOTS = "quantum.shots";
    static final String ITERATION = "quantum.iteration";
    static final String COST = "quantum.cost";
    static final String COST_CURRENCY = "quantum.cost.currency";
    static final String OBJECTIVE = "quantum.objective";
    static final String EXPECTATION = "quantum.expectation";
    static final String VERDICT = "quantum.comparison.verdict";
    static final String SOLUTION_SOURCE = "quantum.solution.source";
    static final String ROUTE = "quantum.route";
    static final String ROUTE_REASON = "quantum.route.reason";
    static final String ERROR_KIND = "quantum.error.kind";
    static final String ERROR_MESSAGE = "quantum.error.message";

    /** Not ours: what users or NiFi's own processors note of the data. */
    static final String DATA_CLASSIFICATION = "data.classification";

    /** Values for the parameters of a bare circuit: {@code quantum.parameter.theta}. */
    static final String PARAMETER_PREFIX = "quantum.parameter.";

    /** Before the names of what a file of the field leaves open. */
    static final String PROBLEM_PREFIX = "quantum.problem.";

    static final String STATE_SENDING = "sending";
    static final String STATE_SUBMITTED = "submitted";
    static final String STATE_COLLECTED = "collected";

    private Attributes() {}
}
