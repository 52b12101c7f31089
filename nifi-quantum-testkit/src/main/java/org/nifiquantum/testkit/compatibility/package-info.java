// SPDX-License-Identifier: Apache-2.0
/** What every backend must pass: extend {@code BackendCompatibility}, or for a provider {@code ProviderCompatibility}, in a test. */
package org.nifiquantum.testkit.compatibility;
