// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

/** What can go wrong with one request. */
public enum Fault {
    /** 429 with {@code Retry-After: 1}. */
    RATE_LIMITED,
    /** 429 that does not say for how long. */
    RATE_LIMITED_SILENTLY,
    /** 500, nothing done. */
    INTERNAL_ERROR,
    /** 502, nothing done. */
    BAD_GATEWAY,
    /** 503, nothing done. */
    OUT_OF_SERVICE,
    /** 504 of a gateway that gave up, while the request is done behind it. */
    GATEWAY_TIMEOUT,
    /** The connection breaks, nothing done. */
    RESET_BEFORE,
    /** The request is done, and the connection breaks before the answer. */
    RESET_AFTER,
    /** The request is done, and the connection breaks in the middle of the answer. */
    HALF_ANSWER,
    /** The request is done, and the answer comes byte by byte. */
    SLOW_ANSWER,
    /** The request is done, and the answer is cut so that it is no JSON. */
    WRONG_JSON,
    /** A status that no documentation knows. */
    UNKNOWN_STATUS,
    /** The request arrives twice, as when a proxy repeats what it takes for lost; the second answer is the one that comes. */
    DUPLICATE_DELIVERY,
    /** The provider's clock is an hour ahead: so are its timestamps, and what is signed with a time is refused as too old. */
    CLOCK_SKEW,
    /** A result that is not there yet though its job is over. */
    LATE_RESULT,
    /** 401, and the credentials are shown in the message, as careless providers do. */
    EXPIRED_TOKEN;

    /** Whether it can happen to such a request. */
    public boolean meets(Step step) {
        return this != LATE_RESULT || step == Step.RESULT;
    }
}
