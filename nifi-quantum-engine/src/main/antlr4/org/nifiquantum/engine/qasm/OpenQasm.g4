// SPDX-License-Identifier: Apache-2.0

/**
 * The part of OpenQASM 3 that this version gives a meaning, and OpenQASM 2, whose tokens the token guard translates where
 * they differ. Words of the language that have none yet are one kind of token,
 * which the token guard refuses by name. The reader asks for one statement at a time, so that no tree of a whole file is built.
 */
grammar OpenQasm;

version: OPENQASM number=(INTEGER | DECIMAL) SEMICOLON;

statement
    : INCLUDE file=STRING SEMICOLON                                                         # include
    | QUBIT designator? name=IDENTIFIER SEMICOLON                                           # qubitDeclaration
    | QREG name=IDENTIFIER designator? SEMICOLON                                            # qubitDeclaration
    | BIT designator? name=IDENTIFIER (EQUALS MEASURE operand)? SEMICOLON                   # bitDeclaration
    | CREG name=IDENTIFIER designator? SEMICOLON                                            # bitDeclaration
    | CONST type designator? name=IDENTIFIER EQUALS expression SEMICOLON                    # constant
    | INPUT type designator? name=IDENTIFIER SEMICOLON                                      # input
    | type designator? name=IDENTIFIER (EQUALS expression)? SEMICOLON                       # variable
    | LET name=IDENTIFIER EQUALS operand (CONCATENATE operand)* SEMICOLON                   # alias
    | GATE name=IDENTIFIER (LEFT_ROUND parameters=names? RIGHT_ROUND)? qubits=names? LEFT_CURLY (gateCall | bodyBarrier)* RIGHT_CURLY # gateDefinition
    | OPAQUE name=IDENTIFIER (LEFT_ROUND parameters=names? RIGHT_ROUND)? qubits=names SEMICOLON # opaque
    | BARRIER operands? SEMICOLON                                                           # barrier
    | MEASURE operand (ARROW operand)? SEMICOLON                                            # measureArrow
    | operand EQUALS MEASURE operand SEMICOLON                                              # measureAssignment
    | gateCall                                                                              # call
    ;

bodyBarrier: BARRIER operands? SEMICOLON;
type: FLOAT | ANGLE | INT | UINT;
designator: LEFT_SQUARE expression RIGHT_SQUARE;
names: IDENTIFIER (COMMA IDENTIFIER)*;
gateCall: name=IDENTIFIER (LEFT_ROUND arguments? RIGHT_ROUND)? operands? SEMICOLON;
arguments: expression (COMMA expression)*;
operands: operand (COMMA operand)*;
operand: name=IDENTIFIER (LEFT_SQUARE index RIGHT_SQUARE)?;
index
    : expression                                                                            # single
    | from=expression? COLON (step=expression COLON)? to=expression?                        # range
    | LEFT_CURLY expression (COMMA expression)* RIGHT_CURLY                                 # set
    ;

expression
    : LEFT_ROUND expression RIGHT_ROUND                                                     # bracket
    | <assoc=right> expression POWER expression                                             # binary
    | MINUS expression                                                                      # negation
    | expression operator=(TIMES | DIVIDE | REMAINDER) expression                           # binary
    | expression operator=(PLUS | MINUS) expression                                         # binary
    | function=IDENTIFIER LEFT_ROUND arguments? RIGHT_ROUND                                 # function
    | IDENTIFIER                                                                            # reference
    | (INTEGER | BASED_INTEGER | DECIMAL)                                                   # number
    ;

OPENQASM: 'OPENQASM';
INCLUDE: 'include';
QUBIT: 'qubit';
QREG: 'qreg';
BIT: 'bit';
CREG: 'creg';
CONST: 'const';
INPUT: 'input';
FLOAT: 'float';
ANGLE: 'angle';
INT: 'int';
UINT: 'uint';
LET: 'let';
GATE: 'gate';
OPAQUE: 'opaque';
BARRIER: 'barrier';
MEASURE: 'measure';

UNSUPPORTED
    : 'if' | 'else' | 'for' | 'while' | 'in' | 'switch' | 'case' | 'default' | 'break' | 'continue' | 'end'
    | 'def' | 'return' | 'extern' | 'output' | 'reset' | 'delay' | 'box' | 'duration' | 'stretch' | 'durationof'
    | 'bool' | 'true' | 'false' | 'complex' | 'array' | 'readonly' | 'mutable' | 'void' | 'cal' | 'defcal' | 'defcalgrammar'
    | 'nop' | '@' | '$' [0-9]+ | '~' | '!' | '&' | '|' | '^' | '&&' | '||' | '<<' | '>>' | '<' | '>' | '<=' | '>=' | '==' | '!='
    | '+=' | '-=' | '*=' | '/='
    ;

LEFT_ROUND: '(';
RIGHT_ROUND: ')';
LEFT_SQUARE: '[';
RIGHT_SQUARE: ']';
LEFT_CURLY: '{';
RIGHT_CURLY: '}';
SEMICOLON: ';';
COLON: ':';
COMMA: ',';
EQUALS: '=';
ARROW: '->';
CONCATENATE: '++';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDE: '/';
REMAINDER: '%';
POWER: '**';

INTEGER: DIGITS;
BASED_INTEGER: ('0x' | '0X') [0-9a-fA-F] ('_'? [0-9a-fA-F])* | '0o' [0-7] ('_'? [0-7])* | ('0b' | '0B') [01] ('_'? [01])*;
DECIMAL: DIGITS '.' DIGITS? EXPONENT? | '.' DIGITS EXPONENT? | DIGITS EXPONENT;
IDENTIFIER: [\p{L}_] [\p{L}\p{Nd}_]*;
STRING: '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'';

SPACE: [ \t\r\n]+ -> skip;
LINE_COMMENT: '//' ~[\r\n]* -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> skip;
// A pragma is advice to particular tools; none of it is meant for us.
PRAGMA: '#'? 'pragma' [ \t] ~[\r\n]* -> skip;
// Refused by the token guard, so that the message is ours.
UNKNOWN: .;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment EXPONENT: [eE] [+-]? DIGITS;
