// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.data;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** A support vector machine over a kernel that is known: LIBSVM's C-SVC at C = 1 (C.-C. Chang, C.-J. Lin, ACM TIST 2, 27 (2011)). */
final class SupportVectors {
    private static final double TOLERANCE = 1e-3;
    private static final int CACHE_MEGABYTES = 10;

    private final double[][] kernel;
    private final int[] learned;
    private final svm_model model;

    private SupportVectors(double[][] kernel, int[] learned, svm_model model) {
        this.kernel = kernel;
        this.learned = learned;
        this.model = model;
    }

    /**
     * Learns.
     *
     * @param kernel of each row with each that may be learned
     * @param learned the rows that may be seen
     * @param labels of these rows and others, by row
     */
    static SupportVectors of(double[][] kernel, int[] learned, int[] labels) {
        svm_problem problem = new svm_problem();
        problem.l = learned.length;
        problem.y = new double[learned.length];
        problem.x = new svm_node[learned.length][];
        for (int i = 0; i < learned.length; i++) {
            problem.y[i] = labels[learned[i]];
            problem.x[i] = nodes(kernel, learned, learned[i], i + 1);
        }
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.PRECOMPUTED;
        parameters.C = 1;
        parameters.eps = TOLERANCE;
        parameters.cache_size = CACHE_MEGABYTES;
        svm.svm_set_print_string_function(text -> {
            // It reports its progress to the console otherwise.
        });
        return new SupportVectors(kernel, learned, svm.svm_train(problem, parameters));
    }

    int predict(int row) {
        return (int) svm.svm_predict(model, nodes(kernel, learned, row, 0));
    }

    /** The library's form: the serial number of the row, then its kernel with each row of the training. */
    private static svm_node[] nodes(double[][] kernel, int[] learned, int row, int number) {
        svm_node[] nodes = new svm_node[learned.length + 1];
        nodes[0] = node(0, number);
        for (int i = 0; i < learned.length; i++) {
            nodes[i + 1] = node(i + 1, kernel[row][learned[i]]);
        }
        return nodes;
    }

    private static svm_node node(int index, double value) {
        svm_node node = new svm_node();
        node.index = index;
        node.value = value;
        return node;
    }
}
