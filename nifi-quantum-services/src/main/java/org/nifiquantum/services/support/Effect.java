// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.support;

/** What a request does at the provider, which decides what an error or a lost answer means. */
public enum Effect {
    /** Nothing: it may be repeated. */
    READ,
    /** A change that may be made twice, such as cancelling. */
    CHANGE,
    /** A job that is billed: when the answer is lost, nobody knows whether there is one. */
    SUBMISSION
}
