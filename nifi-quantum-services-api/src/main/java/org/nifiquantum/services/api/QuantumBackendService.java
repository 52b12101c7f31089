// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.api;

import org.apache.nifi.controller.ControllerService;

/** A {@link QuantumBackend} that is configured, enabled and shared as a controller service. */
public interface QuantumBackendService extends ControllerService, QuantumBackend {}
