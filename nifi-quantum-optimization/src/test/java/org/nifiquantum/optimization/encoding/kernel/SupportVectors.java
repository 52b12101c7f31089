// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding.kernel;

import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** A support vector machine over a kernel that is known for all rows, those to predict included. */
final class SupportVectors {
    private final double[][] kernel;
    private final List<Integer> training;
    private final svm_model model;

    private SupportVectors(double[][] kernel, List<Integer> training, svm_model model) {
        this.kernel = kernel;
        this.training = training;
        this.model = model;
    }

    /**
     * Learns.
     *
     * @param training rows that may be seen
     * @param labels of all rows
     */
    static SupportVectors of(double[][] kernel, List<Integer> training, List<Integer> labels) {
        svm_problem problem = new svm_problem();
        problem.l = training.size();
        problem.y = training.stream().mapToDouble(labels::get).toArray();
        problem.x = new svm_node[training.size()][];
        for (int i = 0; i < training.size(); i++) {
            problem.x[i] = nodes(kernel, training, training.get(i), i + 1);
        }
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.PRECOMPUTED;
        parameters.C = 1;
        parameters.eps = 1e-3;
        parameters.cache_size = 10;
        svm.svm_set_print_string_function(text -> {
            // It reports its progress to the console otherwise.
        });
        return new SupportVectors(kernel, training, svm.svm_train(problem, parameters));
    }

    int predict(int row) {
        return (int) svm.svm_predict(model, nodes(kernel, training, row, 0));
    }

    /** The library's form: the serial number of the row, then its kernel with each row of the training. */
    private static svm_node[] nodes(double[][] kernel, List<Integer> training, int row, int number) {
        List<svm_node> nodes = new ArrayList<>();
        nodes.add(node(0, number));
        for (int i = 0; i < training.size(); i++) {
            nodes.add(node(i + 1, kernel[row][training.get(i)]));
        }
        return nodes.toArray(svm_node[]::new);
    }

    private static svm_node node(int index, double value) {
        svm_node node = new svm_node();
        node.index = index;
        node.value = value;
        return node;
    }
}
