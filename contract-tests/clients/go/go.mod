module story

go 1.19

require github.com/you/seedance v0.0.0

replace github.com/you/seedance => ./client
